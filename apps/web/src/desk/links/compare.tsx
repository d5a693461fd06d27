import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import type { AgreementInFull, LinkTerms } from '../client/shapes.ts'
import { shownTerms } from './terms.tsx'
import { useSayTerm } from './use-say-term.ts'

/** What a version changes, side by side with the one agreed before it. */
export function Compare({ shown }: { shown: AgreementInFull }) {
  const { t } = useTranslation()
  const sayTerm = useSayTerm(shown.toProgramme)
  const { differences } = shown
  if (!differences) return null
  const before: LinkTerms = { ...shown, ...Object.fromEntries(differences.map(({ term, before }) => [term, before])) }
  // A purpose may differ in the other language alone.
  const say = (term: (typeof shownTerms)[number], of: LinkTerms) =>
    term === 'purpose' ? `${of.purpose.ko} · ${of.purpose.en}` : sayTerm(term, of)
  const rows = shownTerms.filter(term => differences.some(difference => difference.term === term))
  return (
    <section className="case-section">
      <h2>{t('agreement.compare.title')}</h2>
      {rows.length === 0 ? (
        <p className="desk-nothing">{t('agreement.compare.none')}</p>
      ) : (
        <table className="desk-table link-compare">
          <thead>
            <tr>
              <th scope="col">{t('agreement.compare.term')}</th>
              <th scope="col">{t('agreement.compare.before')}</th>
              <th scope="col">{t('agreement.compare.now', { version: shown.version })}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(term => (
              <tr key={term}>
                <th scope="row">{t(`desk.links.term.${term}`)}</th>
                <td data-of={t('agreement.compare.before')}>
                  <WithKorean text={say(term, before)} />
                </td>
                <td data-of={t('agreement.compare.now', { version: shown.version })}>
                  <strong>
                    <WithKorean text={say(term, shown)} />
                  </strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

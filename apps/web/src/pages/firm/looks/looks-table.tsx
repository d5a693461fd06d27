import { sayDay } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { sayMoment } from '../../../desk/say-moment.ts'
import { useAgencyName } from '../../../parts/use-agency-name.ts'
import { WithKorean } from '../../../parts/with-korean.tsx'
import type { firm as words } from '../../../words/ko/firm.ts'
import { useLanguage, useSaid } from '../../../words/use-language.ts'
import type { LookTaken } from '../client/shapes.ts'

/** A table on a desk; on a phone each look is a block of its own, with the headings before the values. */
export function LooksTable({ firm, looks }: { firm: string; looks: readonly LookTaken[] }) {
  const { t } = useTranslation()
  return (
    <table className="looks">
      <caption className="only-heard">{t('firm.looks.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('firm.looks.when')}</th>
          <th scope="col">{t('firm.looks.who')}</th>
          <th scope="col">{t('firm.looks.what')}</th>
          <th scope="col">{t('firm.looks.why')}</th>
          <th scope="col">{t('firm.looks.basis')}</th>
        </tr>
      </thead>
      <tbody>
        {looks.map((look, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two looks may fall into one instant, and the list only grows at its end
          <Look key={`${look.at} ${index}`} firm={firm} look={look} />
        ))}
      </tbody>
    </table>
  )
}

function Look({
  firm,
  look: { at, agency, post, elsewhere, operation, reason, basis },
}: {
  firm: string
  look: LookTaken
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = useSaid()
  const agencyName = useAgencyName()
  const sayOperation = useWordOf('operation')
  const sayBasis = useWordOf('rests')
  return (
    <tr>
      <td data-label={t('firm.looks.when')}>
        <time dateTime={at}>{sayMoment(at, language)}</time>
      </td>
      <td data-label={t('firm.looks.who')}>
        <strong>{agencyName(agency)}</strong>
        {post ? <span className="looks-post"> {said(post)}</span> : null}
        {elsewhere ? <span className="looks-post"> {t('firm.looks.elsewhere', { name: elsewhere })}</span> : null}
      </td>
      <td data-label={t('firm.looks.what')}>{sayOperation(operation)}</td>
      <td data-label={t('firm.looks.why')}>
        {reason ? <WithKorean text={reason} /> : <span className="field-help">{t('firm.looks.noReason')}</span>}
      </td>
      <td data-label={t('firm.looks.basis')}>
        {basis.is === 'other' ? (
          sayBasis(basis.says)
        ) : (
          <ul>
            {basis.consents.map(({ id, referral, kind, until, withdrawnAt }) => (
              <li key={id}>
                <Link to="/firm/$firm/referrals/$referral" params={{ firm, referral }}>
                  {t(`firm.consent.kind.${kind}`)}
                </Link>{' '}
                <span className="field-help">
                  {withdrawnAt
                    ? t('firm.given.withdrawn', { moment: sayMoment(withdrawnAt, language) })
                    : t('firm.given.until', { day: sayDay(until, language) })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  )
}

type Kind = 'operation' | 'rests'

/** What the site has no word for is shown as the server says it, rather than nothing. */
function useWordOf<K extends Kind>(kind: K): (word: string) => string {
  const { t, i18n } = useTranslation()
  const isKnown = (word: string): word is Extract<keyof (typeof words)['looks'][K], string> =>
    i18n.exists(`firm.looks.${kind}.${word}`)
  return word => {
    const key = word.replaceAll(/[ ’']/g, '-')
    return isKnown(key) ? t(`firm.looks.${kind}.${key}` as 'firm.looks.title') : word
  }
}

import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import { sayMoment } from '../say-moment.ts'
import type { Access, FirmLooked, PersonNamed } from './shapes.ts'
import { useWordAt } from './trail-words.ts'

/** The five fields of 접속기록, with basis and reason. On a phone each entry is a block of its own, with the headings before the values. */
export function AccessTable({ accesses, caption }: { accesses: readonly Access[]; caption: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = useSaid()
  const sayOperation = useWordAt('agency.trail.looked')
  const sayBasis = useSayBasis()
  return (
    <table className="trail-table">
      <caption className="only-heard">{caption}</caption>
      <thead>
        <tr>
          {columns.map(column => (
            <th key={column} scope="col" className={column === 'seq' ? 'number' : undefined}>
              {t(`agency.trail.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {accesses.map(({ seq, at, person, post, place, firms, firmCount, operation, basis, reason }) => (
          <tr key={seq}>
            <td data-label={t('agency.trail.column.seq')} className="number">
              {seq}
            </td>
            <td data-label={t('agency.trail.column.at')}>
              <time dateTime={at}>{sayMoment(at, language)}</time>
            </td>
            <td data-label={t('agency.trail.column.who')}>
              <Person person={person} />
              {post ? (
                <span className="trail-post">
                  <WithKorean text={said(post)} />
                </span>
              ) : null}
            </td>
            <td data-label={t('agency.trail.column.place')} className="trail-place">
              {/* What a demonstration comes with was done from no address. */}
              {place === 'demonstration' ? t('agency.trail.madeUp') : place}
            </td>
            <td data-label={t('agency.trail.column.whom')}>
              <Firms firms={firms} count={firmCount} />
            </td>
            <td data-label={t('agency.trail.column.what')}>{sayOperation(operation)}</td>
            <td data-label={t('agency.trail.column.why')}>
              <span>
                {reason ? <WithKorean text={reason} /> : <span className="field-help">{t('firm.looks.noReason')}</span>}
                <span className="trail-post">{sayBasis(basis)}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const columns = ['seq', 'at', 'who', 'place', 'whom', 'what', 'why'] as const

export function Person({ person: { id, name, email } }: { person: PersonNamed }) {
  return (
    <span title={email ?? id}>
      <WithKorean text={name ?? id} />
    </span>
  )
}

function Firms({ firms, count }: { firms: readonly FirmLooked[]; count: number }) {
  const { t } = useTranslation()
  const [first] = firms
  if (!first) return <span>{t('agency.trail.firms', { count })}</span>
  if (count === 1)
    return (
      <span>
        <WithKorean text={first.name} /> <span className="trail-number">{first.number}</span>
      </span>
    )
  return (
    <details>
      <summary>{t('agency.trail.firms', { count })}</summary>
      <ul>
        {firms.map(({ id, name, number }) => (
          <li key={id}>
            <WithKorean text={name} /> <span className="trail-number">{number}</span>
          </li>
        ))}
        {count > firms.length ? <li>{t('agency.trail.moreFirms', { count: count - firms.length })}</li> : null}
      </ul>
    </details>
  )
}

function useSayBasis(): (basis: string) => string {
  const { t } = useTranslation()
  const say = useWordAt('agency.trail.rests')
  // `consent` and the ids of those that stood, or one id.
  return basis => (/^consent\b|[0-9a-f]{8}-[0-9a-f]{4}-/.test(basis) ? t('agency.trail.byConsent') : say(basis))
}

import { addMonths, isDay } from '@ieum/catalogue/days'
import type { Reason } from '@ieum/desk'
import { sayReason } from '@ieum/wording'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { KeptEntry } from '../../parts/kept-entry.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { ofPost } from '../client/paths.ts'
import type { LinkFigures, PostCapacity } from '../client/shapes.ts'
import { useAsked } from '../client/use-asked.ts'
import { DeskPage } from '../desk-page.tsx'
import { RefusedText } from '../refused-text.tsx'
import { endsOf, Way } from '../way.tsx'

const route = getRouteApi('/desk/$post/figures')

/** What came of each link in a span of days, to be read here or taken away. */
export function FiguresPage() {
  const { t } = useTranslation()
  const { post } = route.useParams()
  return (
    <DeskPage post={post} title={t('desk.figures.title')} lead={<p>{t('desk.figures.lead')}</p>}>
      {capacity => <Figures capacity={capacity} />}
    </DeskPage>
  )
}

function Figures({ capacity: { post } }: { capacity: PostCapacity }) {
  const { t } = useTranslation()
  const on = useOn()
  const { from = addMonths(on, -12), to = on } = route.useSearch()
  const navigate = route.useNavigate()
  const isSpan = isDay(from) && isDay(to) && from <= to
  const { value, refused, isAsking, again } = useAsked<{ figures: readonly LinkFigures[] }>(
    isSpan ? ofPost(post).figures({ from, to }) : undefined,
  )
  const ask = (change: { from?: string; to?: string }) =>
    void navigate({ search: before => ({ ...before, ...change }), replace: true, resetScroll: false })
  const file = (format: 'csv' | 'parquet') => ofPost(post).figuresFile({ from, to, format })
  return (
    <>
      <fieldset className="desk-span">
        <legend className="field-label">{t('desk.figures.span')}</legend>
        {(['from', 'to'] as const).map(end => (
          <div className="field" key={end}>
            <label htmlFor={`figures-${end}`}>{t(`desk.span.${end}`)}</label>
            <KeptEntry
              id={`figures-${end}`}
              type="date"
              className="entry"
              required
              kept={end === 'from' ? from : to}
              onTyped={day => ask({ [end]: day })}
            />
          </div>
        ))}
        {isSpan ? null : (
          <p className="field-wrong" role="alert">
            {t('desk.span.wrong')}
          </p>
        )}
      </fieldset>
      {refused ? <RefusedText refused={refused} again={again} /> : null}
      {value === undefined && !refused && isSpan ? <p role="status">{t('shell.waiting')}</p> : null}
      {value && value.figures.length === 0 ? <p className="desk-nothing">{t('desk.figures.none')}</p> : null}
      {value && value.figures.length > 0 ? (
        <>
          <FiguresTable figures={value.figures} isAsking={isAsking} />
          <p className="row no-print">
            <a className="button quiet" href={file('csv')} download>
              {t('desk.figures.csv')}
            </a>
            <a className="button quiet" href={file('parquet')} download>
              {t('desk.figures.parquet')}
            </a>
          </p>
          <p className="field-help">{t('desk.figures.means')}</p>
        </>
      ) : null}
    </>
  )
}

const counts = [
  'sent',
  'answered',
  'answeredInTime',
  'accepted',
  'declined',
  'completed',
  'underWay',
  'expired',
] as const

function FiguresTable({ figures, isAsking }: { figures: readonly LinkFigures[]; isAsking: boolean }) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the screen is scrolled with the keyboard too
    <section className="desk-table-frame" aria-label={t('desk.figures.title')} tabIndex={0} aria-busy={isAsking}>
      <table className="desk-table desk-figures">
        <thead>
          <tr>
            <th scope="col">{t('desk.figures.link')}</th>
            {counts.map(count => (
              <th key={count} scope="col" className="number">
                {t(`desk.figures.count.${count}`)}
              </th>
            ))}
            <th scope="col" className="number">
              {t('desk.figures.count.medianDays')}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map(one => (
            <tr key={one.link}>
              <th scope="row" className="desk-figures-link">
                <Way {...endsOf(one)} isShort />
                <DeclinedFor figures={one} />
              </th>
              {counts.map(count => (
                <td key={count} className="number" data-label={t(`desk.figures.count.${count}`)}>
                  {one[count] ?? <Hidden />}
                </td>
              ))}
              <td className="number" data-label={t('desk.figures.count.medianDays')}>
                {one.medianDays ?? (one.answered === null ? <Hidden /> : '—')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** So few firms are meant that a count would point at them. */
function Hidden() {
  const { t } = useTranslation()
  return <span title={t('desk.figures.hidden')}>＊</span>
}

function DeclinedFor({ figures: { declinedFor } }: { figures: LinkFigures }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const reasons = Object.entries(declinedFor).sort(([, a], [, b]) => (b ?? 0) - (a ?? 0))
  if (reasons.length === 0) return null
  return (
    <small className="desk-declined-for">
      {t('desk.figures.declinedFor')}:{' '}
      {reasons.map(([reason, count]) => `${sayReason(reason as Reason, language)} ${count ?? '＊'}`).join(' · ')}
    </small>
  )
}

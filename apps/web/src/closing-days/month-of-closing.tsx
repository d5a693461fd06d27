import { addDays, lastOfMonth, weekday } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import { useTranslation } from 'react-i18next'
import type { ClosingDay } from './shapes.ts'
import { useClosingWords } from './use-closing-words.ts'

interface MonthOfClosingProps {
  /** Its first day. */
  month: Day
  days: readonly ClosingDay[]
  today: Day
  /** Whether its days have come. */
  isKnown: boolean
}

/** As calendars on the wall have it: weeks from Sunday. */
const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

export function weeksOf(month: Day): readonly (readonly (Day | null)[])[] {
  const last = lastOfMonth(month)
  const cells: (Day | null)[] = Array.from({ length: weekday(month) % 7 }, () => null)
  for (let day = month; day <= last; day = addDays(day, 1)) cells.push(day)
  while (cells.length % 7 > 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

export function MonthOfClosing({ month, days, today, isKnown }: MonthOfClosingProps) {
  const { t } = useTranslation()
  const words = useClosingWords()
  const closed = new Map(days.map(one => [one.day, one]))
  const isEmpty = isKnown && days.every(({ day }) => day.slice(0, 7) !== month.slice(0, 7))
  return (
    <table className="closing-month">
      <caption>
        {words.month(month)}
        {isEmpty ? <small> {t('closing.noMonth')}</small> : null}
      </caption>
      <thead>
        <tr>
          {names.map(name => (
            <th key={name} scope="col">
              {t(`closing.week.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map(week => (
          <tr key={week.find(day => day !== null)}>
            {names.map((name, at) => {
              const day = week[at]
              if (!day) return <td key={name} />
              const rests = closed.get(day)
              return (
                <td
                  key={name}
                  data-closed={rests?.is}
                  aria-current={day === today ? 'date' : undefined}
                  title={rests?.for ? t('closing.movedFor', { day: words.short(rests.for) }) : undefined}
                >
                  {Number(day.slice(8))}
                  {rests ? (
                    <span className="closing-rest">{t(rests.for ? 'closing.restMoved' : 'closing.rest')}</span>
                  ) : null}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

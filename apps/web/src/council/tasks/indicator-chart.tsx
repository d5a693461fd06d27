import { sayMonth } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../words/use-language.ts'
import type { Indicator } from '../client/shapes.ts'
import { barsOf, height, width } from './bars-of.ts'
import { useSayCount } from './use-say-count.ts'

/** A bar a month, with the target as a line across; the same as a table for who reads it. */
export function IndicatorChart({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { measure, months, target, baseline, count } = indicator
  const say = useSayCount(measure)
  const { bars, levelOf } = barsOf(indicator)
  const month = (index: number) => sayMonth(months.at(index)!.until, language)
  return (
    <figure className="council-chart">
      <svg
        viewBox={`0 0 ${width} ${height + 2}`}
        role="img"
        aria-label={t('councilDesk.indicator.chart', {
          measure: t(`councilDesk.indicator.measure.${measure}`),
          from: month(0),
          to: month(-1),
          last: say(count),
        })}
      >
        {bars.map(({ until, x, y, wide, tall, isMeasured }) =>
          isMeasured ? (
            <rect key={until} className="council-bar" x={x} y={y} width={wide} height={tall} />
          ) : (
            <line key={until} className="council-gap" x1={x} x2={x + wide} y1={height} y2={height} />
          ),
        )}
        <line className="council-ground" x1="0" x2={width} y1={height} y2={height} />
        {target === null ? null : (
          <line className="council-target" x1="0" x2={width} y1={levelOf(target)} y2={levelOf(target)} />
        )}
        {baseline === null ? null : (
          <line className="council-baseline" x1="0" x2={width} y1={levelOf(baseline)} y2={levelOf(baseline)} />
        )}
      </svg>
      <p className="council-months" aria-hidden="true">
        <span>{month(0)}</span>
        <span>{month(-1)}</span>
      </p>
      <details>
        <summary>
          {t('councilDesk.indicator.table')}
          <span className="only-heard"> {t(`councilDesk.indicator.measure.${measure}`)}</span>
        </summary>
        <table className="desk-table">
          <thead>
            <tr>
              <th scope="col">{t('councilDesk.indicator.month')}</th>
              <th scope="col">{t('councilDesk.indicator.count')}</th>
            </tr>
          </thead>
          <tbody>
            {months.map(one => (
              <tr key={one.until}>
                <th scope="row">{sayMonth(one.until, language)}</th>
                <td>{say(one.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

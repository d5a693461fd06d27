import type { Day } from '@ieum/catalogue/records'
import type { Itinerary } from '@ieum/planning'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { textWidth } from '../../../parts/text-width.ts'
import { useAgencyName } from '../../../parts/use-agency-name.ts'
import { useLanguage } from '../../../words/use-language.ts'
import { Hatch } from './hatch.tsx'
import { type DrawnLeg, type Join, sizes, timeLine } from './time-line.ts'
import { useSaidLegs } from './use-said-legs.ts'

/** Time runs to the right, one lane a ministry. */
export function TimeLinePicture({ itinerary, on, width }: { itinerary: Itinerary; on: Day; width: number }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useSaidLegs()
  const id = useId()
  const agencyName = useAgencyName()
  const drawing = timeLine(itinerary, on, width, words)
  const arrival = t('path.picture.arrives', { day: words.day(itinerary.arrives) })
  const bottom = drawing.height
  const arrivalWidth = textWidth(arrival, sizes.name)

  return (
    <svg
      aria-hidden="true"
      className="time-line"
      viewBox={`0 0 ${width} ${bottom + 26}`}
      width={width}
      height={bottom + 26}
    >
      <defs>
        {drawing.lanes.map(({ ministry }) => (
          <Hatch key={ministry} id={`${id}${ministry}`} ministry={ministry} />
        ))}
      </defs>
      {drawing.ticks.map(({ x, day, isYear }) => (
        <g key={day} className={isYear ? 'tick year' : 'tick'}>
          <line x1={x} x2={x} y1={isYear ? 8 : sizes.axis - 6} y2={isYear ? bottom : sizes.axis} />
          {isYear ? (
            <text x={x + 5} y={20}>
              {language === 'ko' ? `${day.slice(0, 4)}년` : day.slice(0, 4)}
            </text>
          ) : null}
        </g>
      ))}
      {drawing.lanes.map(({ ministry, y }) => (
        <g key={ministry} className="lane" data-ministry={ministry}>
          <line className="lane-edge" x1={0} x2={width} y1={y} y2={y} />
          <rect x={sizes.margin + 12} y={y + 10} width={18} height={5} />
          <text x={sizes.margin + 36} y={y + 17}>
            {agencyName(ministry)}
          </text>
        </g>
      ))}
      <line className="arrival" x1={drawing.arrives} x2={drawing.arrives} y1={sizes.axis} y2={bottom + 6} />
      <text
        className="arrival-day"
        x={Math.min(width, Math.max(arrivalWidth, drawing.arrives + arrivalWidth / 2))}
        y={bottom + 21}
      >
        {arrival}
      </text>
      {drawing.joins.map(join => (
        <JoinDrawn key={`${join.x} ${join.y1} ${join.y2} ${join.until}`} join={join} />
      ))}
      {drawing.legs.map(leg => (
        <LegDrawn key={leg.at} leg={leg} hatch={`url(#${id}${leg.ministry})`} />
      ))}
      {drawing.joins
        .filter(({ isTransfer }) => isTransfer)
        .map(join => (
          <Transfer key={`${join.x} ${join.y1} ${join.y2}`} join={join} />
        ))}
      {drawing.legs.map(leg => (
        <LegTexts key={leg.at} leg={leg} />
      ))}
    </svg>
  )
}

/** The way to the next leg: down to its lane, then along it until it opens. */
function JoinDrawn({ join: { x, y1, y2, until, to } }: { join: Join }) {
  return (
    <g className="join" data-ministry={to}>
      <line className="join-across" x1={x} x2={x} y1={y1} y2={y2} />
      <line className="join-wait" x1={x} x2={until} y1={y2} y2={y2} />
    </g>
  )
}

/** A ring on both lanes, held together as on a map of the underground. */
function Transfer({ join: { x, y1, y2 } }: { join: Join }) {
  return (
    <g className="transfer">
      <line className="transfer-outside" x1={x} x2={x} y1={y1} y2={y2} />
      <line className="transfer-inside" x1={x} x2={x} y1={y1} y2={y2} />
      <circle cx={x} cy={y1} r={8} />
      <circle cx={x} cy={y2} r={8} />
    </g>
  )
}

function LegDrawn({ leg, hatch }: { leg: DrawnLeg; hatch: string }) {
  const { apply, decided, ends, y, days } = leg
  const hasEnd = days.some(({ moment }) => moment === 'ends')
  return (
    <g className={leg.forecast ? 'leg forecast' : 'leg'} data-ministry={leg.ministry}>
      <line className="waiting" x1={apply} x2={decided} y1={y} y2={y} />
      {ends > decided ? (
        <rect
          className="supported"
          x={decided}
          y={y - 6}
          width={ends - decided}
          height={12}
          fill={leg.forecast ? hatch : undefined}
        />
      ) : null}
      {leg.goesOn ? <path className="goes-on" d={`M${ends - 2} ${y - 9}l9 9l-9 9z`} /> : null}
      <circle className="apply" cx={apply} cy={y} r={6} />
      <circle className="decided" cx={decided} cy={y} r={5} />
      {hasEnd && !leg.goesOn ? <line className="ends" x1={ends} x2={ends} y1={y - 10} y2={y + 10} /> : null}
    </g>
  )
}

/** Last, so that nothing is drawn over letters. */
function LegTexts({ leg: { name, days } }: { leg: DrawnLeg }) {
  return (
    <>
      <text className="leg-name" x={name.x} y={name.y}>
        {name.text}
      </text>
      {days.map(({ moment, x, y: at, text }) => (
        <text key={moment} className="leg-day" x={x} y={at}>
          {text}
        </text>
      ))}
    </>
  )
}

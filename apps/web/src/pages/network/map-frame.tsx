import type { ReactNode } from 'react'
import { wrapToWidth } from '../../parts/text-width.ts'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useSaid } from '../../words/use-language.ts'
import { useSubject } from '../../words/use-subject.ts'
import { unheard } from './drawing.ts'
import type { Layout } from './layout.ts'
import type { Size, View } from './view.ts'

interface MapFrameProps {
  layout: Layout
  view: View
  screen: Size
  children: ReactNode
}

const headHeight = 44

/** Columns and bands, with their names at the edges of the window wherever one looks. */
export function MapFrame({ layout, view, screen, children }: MapFrameProps) {
  const said = useSaid()
  const subject = useSubject()
  const { agency } = useDirectory()
  const { scale } = view
  return (
    <>
      <g transform={`translate(${view.x} ${view.y})`} {...unheard}>
        {layout.columns.map(({ stage, x, width }, at) => (
          <rect
            key={stage}
            className={at % 2 === 0 ? 'map-column even' : 'map-column'}
            x={x * scale}
            y={0}
            width={width * scale}
            height={layout.height * scale}
          />
        ))}
        {layout.bands.map(({ ministry, y }, at) =>
          at === 0 ? null : (
            <line
              key={ministry}
              className="map-border"
              x1={0}
              x2={layout.width * scale}
              y1={(y + 6) * scale}
              y2={(y + 6) * scale}
            />
          ),
        )}
      </g>
      <g transform={`translate(${view.x} ${view.y})`}>{children}</g>
      <g {...unheard}>
        {layout.bands.map(({ ministry, y }) => (
          <g
            key={ministry}
            className="map-band"
            data-ministry={ministry}
            transform={`translate(10 ${Math.max(headHeight + 4, y * scale + view.y + 10)})`}
          >
            <rect className="stroke" width={18} height={5} y={6} />
            <text x={24} y={14}>
              {said(agency(ministry).name)}
            </text>
          </g>
        ))}
        <rect className="map-head" width={screen.width} height={headHeight} />
        <g transform={`translate(${view.x} 0)`} className="map-stages">
          {layout.columns.map(({ stage, x, width }) => (
            <text key={stage} x={x * scale + 6}>
              {wrapToWidth(subject('stage', stage), 13, width * scale - 8, 2).map((text, line) => (
                <tspan key={text} x={x * scale + 6} y={18 + line * 16}>
                  {text}
                </tspan>
              ))}
            </text>
          ))}
        </g>
      </g>
    </>
  )
}

import type { ReactNode } from 'react'
import { textWidth, wrapToWidth } from '../../parts/text-width.ts'
import { useAgencyName } from '../../parts/use-agency-name.ts'
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

/** Smaller letters rather than a word broken in two. */
function sizeFor(name: string, wide: number): number {
  const longest = Math.max(...name.split(' ').map(word => textWidth(word, 1)))
  return [12.5, 11.5, 10.5].find(size => longest * size <= wide) ?? 10
}

/** Columns and bands, with their names at the edges of the window wherever one looks. */
export function MapFrame({ layout, view, screen, children }: MapFrameProps) {
  const subject = useSubject()
  const agencyName = useAgencyName()
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
              y1={y * scale}
              y2={y * scale}
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
            transform={`translate(10 ${Math.max(headHeight + 4, y * scale + view.y + 8)})`}
          >
            <rect className="stroke" width={18} height={5} y={6} />
            <text x={24} y={14}>
              {agencyName(ministry)}
            </text>
          </g>
        ))}
        <rect className="map-head" width={screen.width} height={headHeight} />
        <g transform={`translate(${view.x} 0)`} className="map-stages">
          {layout.columns.map(({ stage, x, width }) => (
            <text key={stage} style={{ fontSize: sizeFor(subject('stage', stage), width * scale - 6) }}>
              {wrapToWidth(
                subject('stage', stage),
                sizeFor(subject('stage', stage), width * scale - 6),
                width * scale - 4,
                2,
              ).map((text, line) => (
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

import type { Link } from '@ieum/catalogue/records'
import { useId, useMemo } from 'react'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { badgesOf, drawnLinks, namesOn, onScreen, pathOf, unheard } from './drawing.ts'
import { letters } from './labels.ts'
import type { Layout } from './layout.ts'
import type { Net, Station } from './net.ts'
import { StationSign } from './station-sign.tsx'

export interface MapDrawingProps {
  net: Net
  layout: Layout
  shown: readonly Station[]
  links: readonly Link[]
  scale: number
  line: string | undefined
  chosen: string | undefined
  /** The one station that the tab key comes to. */
  entry: string | undefined
  nameOf: (station: Station) => string
  onOpen: (station: string) => void
  onChoose: (station: string) => void
}

/** Links below, lines over them, stations on the lines, names on top. */
export function MapDrawing(props: MapDrawingProps) {
  const { net, layout, shown, links, scale, line, chosen, entry, nameOf, onOpen, onChoose } = props
  const arrow = useId()
  const { isAgreedHere } = useDirectory()
  const badges = useMemo(() => badgesOf(net, layout, scale), [net, layout, scale])
  const drawn = useMemo(() => drawnLinks(links, layout, scale), [links, layout, scale])
  const names = useMemo(
    () => namesOn({ layout, stations: shown, badges, scale, nameOf, line, chosen }),
    [layout, shown, badges, scale, nameOf, line, chosen],
  )
  const numberOf = new Map(net.lines.map(({ pathway, number }) => [pathway.id, number]))
  const joined = new Set(
    layout.steps.filter(({ isTransfer, isBreak }) => isTransfer && !isBreak).flatMap(({ from, to }) => [from, to]),
  )
  const isOut = (pathways: readonly string[]): boolean => line === undefined || pathways.includes(line)

  return (
    <>
      <defs>
        <marker
          id={arrow}
          className="arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0.5l7.5 3.5-7.5 3.5z" />
        </marker>
      </defs>
      <g className="map-links" {...unheard} data-chosen={chosen !== undefined || undefined}>
        {drawn.map(({ link, path }) => (
          <g
            key={link.id}
            className="link"
            data-kind={link.kind}
            data-here={isAgreedHere(link) || undefined}
            data-near={link.from.programme === chosen || link.to === chosen || undefined}
          >
            <path d={path} markerEnd={`url(#${arrow})`} />
          </g>
        ))}
      </g>
      <g {...unheard}>
        {layout.steps.map(step => (
          <g
            key={`${step.pathway} ${step.from}`}
            className={step.isBreak ? 'line-step broken' : 'line-step'}
            data-line={(numberOf.get(step.pathway) ?? 0) % 10}
            data-out={isOut([step.pathway]) || undefined}
          >
            <path className="under" d={pathOf(step.points, scale)} />
            <path d={pathOf(step.points, scale)} />
          </g>
        ))}
        {layout.steps
          .filter(({ isBreak }) => isBreak)
          .map(({ pathway, from, middle }) => {
            const { x, y } = onScreen(middle, scale)
            return (
              <g
                key={`${pathway} ${from}`}
                className="break"
                data-out={isOut([pathway]) || undefined}
                transform={`translate(${x} ${y})`}
              >
                <rect x={-9} y={-8} width={18} height={16} />
                <path d="M-6 7L-1 -7M1 7L6 -7" />
              </g>
            )
          })}
        {badges.map(({ pathway, number, x, y }) => (
          <g key={pathway} className="badge" data-line={number % 10} data-out={isOut([pathway]) || undefined}>
            <circle cx={x} cy={y} r={9} />
            <text x={x} y={y + 4.5}>
              {number}
            </text>
          </g>
        ))}
      </g>
      {shown.map(station => {
        const place = layout.places.get(station.id)
        return place ? (
          <StationSign
            key={station.id}
            station={station}
            at={onScreen(place, scale)}
            name={nameOf(station)}
            isTransfer={joined.has(station.id)}
            isChosen={station.id === chosen}
            isOut={isOut(station.pathways)}
            isEntry={station.id === entry}
            onOpen={onOpen}
            onChoose={onChoose}
          />
        ) : null
      })}
      <g className="map-names" {...unheard}>
        {names.map(({ id, lines, x, y }) => (
          <text
            key={id}
            className={net.stations.get(id)?.pathways.length ? 'name on-line' : 'name'}
            data-out={isOut(net.stations.get(id)?.pathways ?? []) || undefined}
            data-chosen={id === chosen || undefined}
          >
            {lines.map((text, at) => (
              <tspan key={text} x={x} y={y + at * letters.line + 12.5}>
                {text}
              </tspan>
            ))}
          </text>
        ))}
      </g>
    </>
  )
}

/** What a plan costs by programmes and by legs, drawn for docs: both ways of looking at a page, light and dark. */
import type { PlanBench } from './plan-bench.ts'
import type { PlanTimes } from './plans.ts'

const [width, height] = [500, 340]
const frame = { left: 86, right: width - 104, top: 44, bottom: height - 52 }
const goals = [10, 50]
const measures = [
  ['median', 'median'],
  ['p95', '95th percentile'],
  ['p99', '99th percentile'],
] as const

type Scale = (value: number) => number

export function plot({ bySize, byLegs }: Pick<PlanBench, 'bySize' | 'byLegs'>): string {
  const all = [...bySize, ...byLegs].flatMap(row => measures.map(([measure]) => row[measure]))
  const [least, most] = [
    10 ** Math.floor(Math.log10(Math.min(...all, ...goals))),
    10 ** Math.ceil(Math.log10(Math.max(...all, ...goals) * 1.01)),
  ]
  const y = logarithmic(least, most, frame.bottom, frame.top)
  const sizes = bySize.map(({ programmes }) => programmes)
  const legs = byLegs.map(({ legs }) => legs)
  const legsOf = bySize[0]?.legs ?? 6
  const programmesOf = byLegs[0]?.programmes ?? 2_000
  const ticks = powers(least, most)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width * 2} ${height}" role="img" aria-label="Milliseconds a plan by programmes and by legs, logarithmic">
<style>
  .page { fill: #ffffff; }
  text { font: 12px system-ui, sans-serif; fill: #1f2933; }
  .title { font-weight: 600; font-size: 13px; }
  .quiet { fill: #52606d; }
  .axis { stroke: #52606d; }
  .grid { stroke: #d5dbe1; }
  .goal { stroke: #b4540a; stroke-dasharray: 5 4; }
  .goal-text { fill: #b4540a; font-size: 11px; stroke: #ffffff; stroke-width: 3px; paint-order: stroke; }
  .line { fill: none; stroke-width: 2; }
  .median { stroke: #0b6e4f; fill: #0b6e4f; }
  .p95 { stroke: #1f5fbf; fill: #1f5fbf; }
  .p99 { stroke: #8a2f9e; fill: #8a2f9e; }
  .line.median, .line.p95, .line.p99 { fill: none; }
  text.median, text.p95, text.p99 { stroke: none; font-size: 11px; }
  @media (prefers-color-scheme: dark) {
    .page { fill: #161b22; }
    text { fill: #e6e9ed; }
    .quiet { fill: #a9b4c0; }
    .axis { stroke: #a9b4c0; }
    .grid { stroke: #3a444f; }
    .goal { stroke: #f0a35e; }
    .goal-text { fill: #f0a35e; stroke: #161b22; }
    .median { stroke: #4fd1a5; fill: #4fd1a5; }
    .p95 { stroke: #7fb2ff; fill: #7fb2ff; }
    .p99 { stroke: #d993ea; fill: #d993ea; }
  }
</style>
<rect class="page" width="${width * 2}" height="${height}" rx="6"/>
${panel(0, `By programmes, up to ${legsOf} legs`, 'programmes (logarithmic)', bySize, sizes, logarithmic(sizes[0]!, sizes.at(-1)!, frame.left, frame.right), y, ticks)}
${panel(width, `By most legs, ${programmesOf.toLocaleString('en')} programmes`, 'legs at most', byLegs, legs, linear(legs[0]!, legs.at(-1)!, frame.left, frame.right), y, ticks)}
</svg>
`
}

function panel(
  left: number,
  title: string,
  label: string,
  rows: readonly PlanTimes[],
  values: readonly number[],
  x: Scale,
  y: Scale,
  ticks: readonly number[],
): string {
  const apart = spread(measures.map(([measure]) => y(rows.at(-1)![measure])))
  return [
    `<g transform="translate(${left} 0)">`,
    `<text class="title" x="${frame.left}" y="22">${title}</text>`,
    ...ticks.map(
      tick =>
        `<line class="grid" x1="${frame.left}" x2="${frame.right}" y1="${y(tick)}" y2="${y(tick)}"/><text class="quiet" x="${frame.left - 8}" y="${y(tick) + 4}" text-anchor="end">${tick.toLocaleString('en')}</text>`,
    ),
    ...goals.map(goal => `<line class="goal" x1="${frame.left}" x2="${frame.right}" y1="${y(goal)}" y2="${y(goal)}"/>`),
    `<line class="axis" x1="${frame.left}" x2="${frame.right}" y1="${frame.bottom}" y2="${frame.bottom}"/>`,
    `<line class="axis" x1="${frame.left}" x2="${frame.left}" y1="${frame.top}" y2="${frame.bottom}"/>`,
    ...values.map(
      value =>
        `<line class="axis" x1="${x(value)}" x2="${x(value)}" y1="${frame.bottom}" y2="${frame.bottom + 5}"/><text class="quiet" x="${x(value)}" y="${frame.bottom + 19}" text-anchor="middle">${value.toLocaleString('en')}</text>`,
    ),
    `<text x="${(frame.left + frame.right) / 2}" y="${height - 10}" text-anchor="middle">${label}</text>`,
    `<text transform="translate(16 ${(frame.top + frame.bottom) / 2}) rotate(-90)" text-anchor="middle">milliseconds a plan (logarithmic)</text>`,
    ...measures.map(([measure, name], at) => {
      const points = rows.map((row, index) => [x(values[index]!), y(row[measure])] as const)
      return [
        `<polyline class="line ${measure}" points="${points.map(([px, py]) => `${round(px)},${round(py)}`).join(' ')}"/>`,
        ...points.map(([px, py]) => `<circle class="${measure}" cx="${round(px)}" cy="${round(py)}" r="2.5"/>`),
        `<text class="${measure}" x="${frame.right + 7}" y="${round(apart[at]! + 4)}">${name}</text>`,
      ].join('')
    }),
    ...goals.map(
      (goal, at) =>
        `<text class="goal-text" x="${frame.right - 4}" y="${y(goal) - 4}" text-anchor="end">goal, ${at === 0 ? 'median' : '99th percentile'}: ${goal} ms</text>`,
    ),
    '</g>',
  ].join('\n')
}

/** Names at the ends of lines, moved off one another; the order of the lines stays. */
function spread(places: readonly number[]): number[] {
  const order = places.map((_, at) => at).sort((a, b) => places[b]! - places[a]! || a - b)
  const moved = [...places]
  for (const [at, index] of order.entries())
    if (at > 0) moved[index] = Math.min(moved[index]!, moved[order[at - 1]!]! - 14)
  return moved
}

const round = (value: number): string => value.toFixed(1)

function logarithmic(from: number, to: number, start: number, end: number): Scale {
  return value => start + ((Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from))) * (end - start)
}

function linear(from: number, to: number, start: number, end: number): Scale {
  return value => start + ((value - from) / (to - from)) * (end - start)
}

function powers(least: number, most: number): number[] {
  const found: number[] = []
  for (let power = Math.round(Math.log10(least)); 10 ** power <= most * 1.001; power++) found.push(10 ** power)
  return found
}

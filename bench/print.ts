/** The results of a benchmark as a person reads them. */
import type { HttpTimes } from './http.ts'
import type { Timing } from './measure.ts'
import type { PlanBench } from './plan-bench.ts'
import type { PlansTiming } from './plans.ts'
import type { Ladder } from './side-by-side/ladders.ts'
import type { VerdictTimes } from './verdicts.ts'

export interface PlanResults {
  readonly machine: { readonly processor: string; readonly cores: number; readonly node: string }
  readonly on: string
  readonly plans: PlanBench
}

export interface Results extends PlanResults {
  readonly firm: string
  readonly verdicts: VerdictTimes
  readonly match: { readonly programmes: number; readonly timings: readonly Timing[] }
  readonly http: HttpTimes
}

export function printed({ machine, on, firm, verdicts, match, plans, http }: Results): string {
  const base = verdicts.timings[0]!.median
  const byHand = Object.entries(verdicts.byHand).map(([engine, count]) => `${engine} ${count}`)
  return [
    `${machineOf(machine)}; ${firm} on ${on}, every fact known`,
    '',
    `One firm against ${verdicts.programmes} programmes: ${verdicts.lines} lines, ${verdicts.sentences} distinct sentences.`,
    `Same verdicts from all: ${Object.entries(verdicts.verdicts)
      .map(([is, count]) => `${count} ${is}`)
      .join(', ')}.`,
    byHand.length > 0
      ? `Programmes with something that the engine has no words for, done by a function by hand: ${byHand.join(', ')}.`
      : 'Every engine has words for every sentence.',
    '',
    table(
      ['', 'least ms', 'median ms', 'p95 ms', 'calls', 'times ours'],
      verdicts.timings.map(({ name, least, median, p95, calls }) => [
        name,
        digits(least),
        digits(median),
        digits(p95),
        String(calls),
        (median / base).toFixed(median / base < 10 ? 1 : 0),
      ]),
    ),
    '',
    `The ${match.programmes} programmes of the catalogue for the firm's own file, with what it leaves unknown:`,
    '',
    table(
      ['', 'least ms', 'median ms', 'p95 ms', 'calls'],
      match.timings.map(({ name, least, median, p95, calls }) => [
        name,
        digits(least),
        digits(median),
        digits(p95),
        String(calls),
      ]),
    ),
    '',
    `POST /api/match over HTTP, ${http.rate} requests a second at even intervals for ${http.seconds} s: median ${digits(http.median)} ms, p95 ${digits(http.p95)} ms, p99 ${digits(http.p99)} ms; ${http.answered} answers, ${http.failed} failures, ${Math.round(http.bytes / 1024)} KiB each.`,
    '',
    plansText(plans),
  ].join('\n')
}

export const printedPlans = ({ machine, on, plans }: PlanResults): string =>
  [`${machineOf(machine)}; ${on}`, '', plansText(plans)].join('\n')

/** The same with the tables as docs/benchmarks.md has them. */
export const markdownOfPlans = ({ plans }: PlanResults): string => plansText(plans, markdown)

const machineOf = ({ processor, cores, node }: PlanResults['machine']): string =>
  `${processor}, ${cores} cores, Node ${node}`

function plansText({ firms, goal, bySize, byLegs, memory, sideBySide }: PlanBench, made: Table = table): string {
  const plansTable = plansTableAs(made)
  return [
    `Plans for ${firms} drawn firms, five years, at most 2 s each; where there are fewer plans than firms, time was up after so many.`,
    '',
    `In ${digits(goal.programmes)} programmes, up to ${goal.legs} legs:`,
    '',
    plansTable('', [['all', goal], ...Object.entries(goal.byWay)]),
    '',
    `Up to ${goal.legs} legs:`,
    '',
    plansTable(
      'programmes',
      bySize.map(row => [String(row.programmes), row]),
    ),
    '',
    `In ${digits(goal.programmes)} programmes:`,
    '',
    plansTable(
      'legs',
      byLegs.map(row => [String(row.legs), row]),
    ),
    '',
    `The planner is put on the catalogue, once, in ${digits(goal.ready)} ms.`,
    `Memory of one plan in ${memory.programmes} programmes: median ${digits(memory.median)} MB, most ${digits(memory.most)} MB of ${memory.plans} plans; kept afterwards ${digits(memory.kept)} MB at most.`,
    '',
    `Others on the same question, each on twice the size until it does not end in ${(sideBySide[0]?.limit ?? 0) / 1000} s; the same answer from both:`,
    '',
    made(
      ['', 'through', 'legs', 'horizon', 'programmes', 'took ms', 'planner ms', 'itineraries', 'columns', 'rows'],
      sideBySide.flatMap(rungsOf),
    ),
    '',
  ].join('\n')
}

const plansTableAs =
  (made: Table) =>
  (by: string, rows: readonly (readonly [string, PlansTiming])[]): string =>
    made(
      [by, 'median ms', 'p95 ms', 'p99 ms', 'plans', 'cut off', 'with a way'],
      rows.map(([name, row]) => [
        name,
        digits(row.median),
        digits(row.p95),
        digits(row.p99),
        String(row.calls),
        String(row.cutOff),
        `${Math.round((100 * row.withWay) / row.calls)} %`,
      ]),
    )

const rungsOf = ({ side, via, maxLegs, horizon, rungs, limit }: Ladder): string[][] =>
  rungs.map(({ programmes, took, planner, itineraries, columns, rows }) => [
    side,
    via.join(', '),
    String(maxLegs),
    horizon,
    String(programmes),
    took === undefined ? `over ${limit / 1000} s` : digits(took),
    planner === undefined ? '' : digits(planner),
    String(itineraries ?? ''),
    String(columns ?? ''),
    String(rows ?? ''),
  ])

const digits = (number: number): string =>
  number >= 1000 ? Math.round(number).toLocaleString('en') : number.toPrecision(3)

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string

const markdown: Table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map(row => row[column]!.length)))
  return all
    .map(row =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

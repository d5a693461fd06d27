/** The results of a benchmark as a person reads them. */
import type { HttpTimes } from './http.ts'
import type { Timing } from './measure.ts'
import type { PlanTimes } from './plans.ts'
import type { VerdictTimes } from './verdicts.ts'

export interface Results {
  readonly machine: { readonly processor: string; readonly cores: number; readonly node: string }
  readonly on: string
  readonly firm: string
  readonly verdicts: VerdictTimes
  readonly match: { readonly programmes: number; readonly timings: readonly Timing[] }
  readonly plans: readonly PlanTimes[]
  readonly http: HttpTimes
}

export function printed({ machine, on, firm, verdicts, match, plans, http }: Results): string {
  const base = verdicts.timings[0]!.median
  const byHand = Object.entries(verdicts.byHand).map(([engine, count]) => `${engine} ${count}`)
  return [
    `${machine.processor}, ${machine.cores} cores, Node ${machine.node}; ${firm} on ${on}, every fact known`,
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
    'Plans of every example firm, five years, up to six legs, at most 2 s each:',
    '',
    table(
      ['', 'median ms', 'p95 ms', 'p99 ms', 'plans', 'cut off at 2 s'],
      plans.map(({ name, median, p95, p99, calls, cutOff }) => [
        name,
        digits(median),
        digits(p95),
        digits(p99),
        String(calls),
        String(cutOff),
      ]),
    ),
    '',
    `POST /api/match over HTTP, ${http.rate} requests a second at even intervals for ${http.seconds} s: median ${digits(http.median)} ms, p95 ${digits(http.p95)} ms, p99 ${digits(http.p99)} ms; ${http.answered} answers, ${http.failed} failures, ${Math.round(http.bytes / 1024)} KiB each.`,
    '',
  ].join('\n')
}

const digits = (milliseconds: number): string => milliseconds.toPrecision(3)

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

/** A command that could not run: one line on standard error, exit 2. */
import type { Fault } from '@ieum/catalogue/records'

export class Refused extends Error {}

/** `file:line:column: what is wrong: what would be right`. */
export function faultLine({ file, line, column, wrong, right }: Fault): string {
  return `${file}:${line}:${column}: ${wrong}${right ? `: ${right}` : ''}`
}

/** The first fault stands for all; how many more there are is said at the end of the line. */
export function refusedFor(faults: readonly Fault[], rest = ''): Refused {
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more${rest})` : ''
  return new Refused(`${faultLine(faults[0]!)}${more}`)
}

/** A mixed-integer model in CPLEX LP text, for HiGHS. */

/** Coefficient and variable. */
export type Term = readonly [number, string]

export interface Row {
  readonly terms: readonly Term[]
  readonly is: '<=' | '>=' | '='
  readonly than: number
}

export interface Model {
  readonly least: readonly Term[]
  readonly rows: readonly Row[]
  readonly binaries: readonly string[]
}

export function lpText({ least, rows, binaries }: Model): string {
  return [
    'Minimize',
    ` obj: ${sum(least)}`,
    'Subject To',
    ...rows
      .filter(({ terms }) => terms.length > 0)
      .map(({ terms, is, than }, at) => ` r${at}: ${sum(terms)} ${is} ${than}`),
    'Binary',
    ...inLines(binaries),
    'End',
    '',
  ].join('\n')
}

const sum = (terms: readonly Term[]): string =>
  inLines(terms.map(([by, name]) => `${by < 0 ? '-' : '+'} ${Math.abs(by)} ${name}`)).join('\n')

/** Readers of the format take no line without end. */
function inLines(words: readonly string[]): string[] {
  return Array.from({ length: Math.ceil(words.length / 20) }, (_, at) => words.slice(at * 20, at * 20 + 20).join(' '))
}

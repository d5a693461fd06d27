/** `ieum check [DIR]`, and with `--since OLD` what was changed in the rules since then, and whom it touches. */
import { stat } from 'node:fs/promises'
import { type CatalogueCheck, checkCatalogue } from '@ieum/services'
import { type Compared, comparedLines, compared as compareSince, isRefused, mayGiveFirms } from '../compared.ts'
import { type CommonOptions, catalogueDir, dayAsked, language } from '../options.ts'
import { faultLine, Refused } from '../refused.ts'
import { table } from '../table.ts'
import { wordsIn } from '../words/index.ts'

export interface CheckCommand extends CommonOptions {
  readonly since?: string
  readonly firms?: string
}

/**
 * 0 when everything holds, 1 when there are faults or a change that may not be published as it is; warnings do not count. A folder that is
 * not there is no answer.
 */
export async function check(dir: string | undefined, options: CheckCommand): Promise<0 | 1> {
  const begun = performance.now()
  mayGiveFirms(options)
  const folder = dir ?? catalogueDir(options)
  const isFolder = await stat(folder).then(
    found => found.isDirectory(),
    () => false,
  )
  if (!isFolder) {
    const right = 'the folder of a catalogue'
    throw new Refused(faultLine({ file: folder || '.', line: 1, column: 1, wrong: 'no such folder', right }))
  }
  const found = await checkCatalogue(folder)
  const { since, firms } = options
  const compared =
    since !== undefined && found.faults.length === 0
      ? (await compareSince({ dir: folder, since, on: dayAsked(options), firms })).found
      : undefined
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  if (options.json) process.stdout.write(`${JSON.stringify({ ...found, ...(compared && { since: compared }) })}\n`)
  else print(found, seconds, options, compared)
  return found.faults.length === 0 && !(compared && isRefused(compared)) ? 0 : 1
}

function print(
  { faults, warnings, counts }: CatalogueCheck,
  seconds: string,
  options: CommonOptions,
  compared: Compared | undefined,
): void {
  const words = wordsIn(language(options)).check
  const lines = [
    ...faults.map(faultLine),
    ...(warnings.length > 0
      ? [`${words.warnings(warnings.length)}:`, ...warnings.map(warning => `  ${faultLine(warning)}`)]
      : []),
    table(
      Object.entries(counts).map(([kind, count]) => [
        words.counts[kind as keyof typeof counts],
        count.toLocaleString('en-US'),
      ]),
    ),
    faults.length === 0 ? words.holds(seconds) : words.faults(faults.length),
    ...(compared ? ['', ...comparedLines(compared, language(options))] : []),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

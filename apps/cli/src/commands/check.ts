/** `ieum check [DIR]` */
import { stat } from 'node:fs/promises'
import { type CatalogueCheck, checkCatalogue } from '@ieum/services'
import { type CommonOptions, catalogueDir, language } from '../options.ts'
import { faultLine, Refused } from '../refused.ts'
import { table } from '../table.ts'
import { wordsIn } from '../words/index.ts'

/** 0 when everything holds, 1 when there are faults; warnings do not count. A folder that is not there is no answer. */
export async function check(dir: string | undefined, options: CommonOptions): Promise<0 | 1> {
  const begun = performance.now()
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
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  if (options.json) process.stdout.write(`${JSON.stringify(found)}\n`)
  else print(found, seconds, options)
  return found.faults.length === 0 ? 0 : 1
}

function print({ faults, warnings, counts }: CatalogueCheck, seconds: string, options: CommonOptions): void {
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
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

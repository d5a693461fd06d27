/** `ieum check [DIR]` */
import { type CatalogueCheck, checkCatalogue } from '@ieum/services'
import { type CommonOptions, catalogueDir, language } from '../options.ts'
import { faultLine } from '../refused.ts'
import { table } from '../table.ts'
import { wordsIn } from '../words/index.ts'

/** 0 when everything holds, 1 when there are faults; warnings do not count. */
export async function check(dir: string | undefined, options: CommonOptions): Promise<0 | 1> {
  const begun = performance.now()
  const found = await checkCatalogue(dir ?? catalogueDir(options))
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

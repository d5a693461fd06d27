/** The example firms of the repository: none of them is real. */
import type { Fact, Firm } from '@ieum/catalogue/records'
import { firmFileOf, readFirmFile } from '../../firm/firm-file.ts'

const files = import.meta.glob<string>('../../../../../examples/firms/*.yaml', { query: '?raw', import: 'default' })

export async function exampleFirms(facts: readonly Fact[]): Promise<readonly Firm[]> {
  const firms: Firm[] = []
  for (const [path, load] of Object.entries(files)) {
    const name = path.split('/').at(-1)!
    const reading = await readFirmFile(new File([await load()], name), facts)
    if (reading.is === 'read') firms.push({ ...firmFileOf(reading.firm), id: name.replace('.yaml', '') })
  }
  return firms
}

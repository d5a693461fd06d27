/** A firm to look at when one has not told one's own: the foundry of the example files. */
import type { Fact, Firm } from '@ieum/catalogue/records'
import text from '../../../../../examples/firms/gyeongbuk-foundry.yaml?raw'
import { firmFileOf, readFirmFile } from '../../firm/firm-file.ts'

/** Read as a file that someone drops in: its reader is fetched only when the example is asked for. */
export async function exampleFirm(facts: readonly Fact[]): Promise<Firm | undefined> {
  const reading = await readFirmFile(new File([text], 'gyeongbuk-foundry.yaml'), facts)
  return reading.is === 'read' ? firmFileOf(reading.firm) : undefined
}

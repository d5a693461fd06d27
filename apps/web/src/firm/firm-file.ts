/** The firm as a file: what one can drop in and take away. */
import type { Fact, Fault, Firm } from '@ieum/catalogue/records'
import { declaration, type FirmHere } from './firm-store.ts'

/** The firm in the form that the contracts give it; "not known" is the same as absent there. */
export function firmFileOf({ id, name, declares, facts }: FirmHere): Firm {
  return { id, ...(name && { name }), ...(declares && { declares }), facts }
}

export function firmHereOf({ id, name, declares, facts }: Firm): FirmHere {
  return {
    id,
    ...(name && { name }),
    ...(declares && { declares }),
    facts,
    notKnown: [],
    answered: [...(declares ? [declaration] : []), ...Object.keys(facts)],
  }
}

export type FileReading =
  | { readonly is: 'read'; readonly firm: FirmHere }
  | { readonly is: 'refused'; readonly faults: readonly Fault[] }

/** Reads a YAML or JSON file in the browser. The reader is fetched only when someone has a file. */
export async function readFirmFile(file: File, facts: readonly Fact[]): Promise<FileReading> {
  const { readFirm } = await import('@ieum/catalogue')
  const reading = readFirm(new Uint8Array(await file.arrayBuffer()), file.name, facts)
  return 'firm' in reading ? { is: 'read', firm: firmHereOf(reading.firm) } : { is: 'refused', faults: reading.faults }
}

/** JSON is YAML too: the file can be dropped in again, and given to every command of `ieum`. */
export const firmFileText = (firm: FirmHere): string => `${JSON.stringify(firmFileOf(firm), null, 2)}\n`

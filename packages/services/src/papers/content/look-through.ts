/** What kind of file this is, by its content, and whether it is one that may be kept and handed on. The only place that knows file-type. */
import { fileTypeFromBuffer } from 'file-type'
import { lookIntoHwp } from './look-into-hwp.ts'
import { lookIntoZipped } from './look-into-office.ts'
import { lookIntoPdf } from './look-into-pdf.ts'
import { type Refusal, Refused, refuseIf } from './refusal.ts'
import { refuseTestVirus } from './test-virus.ts'

export const kindsOfFile = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
  png: { mediaType: 'image/png', endings: ['png'] },
  jpeg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  hwpx: { mediaType: 'application/hwp+zip', endings: ['hwpx'] },
  hwp: { mediaType: 'application/x-hwp', endings: ['hwp'] },
  text: { mediaType: 'text/plain; charset=utf-8', endings: ['txt', 'csv'] },
} as const satisfies Record<string, { readonly mediaType: string; readonly endings: readonly string[] }>

export type KindOfFile = keyof typeof kindsOfFile

export type LookedThrough =
  | { readonly is: 'sound'; readonly kind: KindOfFile }
  | { readonly is: 'refused'; readonly because: Refusal }

export async function lookThrough(bytes: Uint8Array): Promise<LookedThrough> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    refuseTestVirus(content)
    return { is: 'sound', kind: await kindOf(content) }
  } catch (error) {
    if (error instanceof Refused) return { is: 'refused', because: error.because }
    throw error
  }
}

async function kindOf(content: Buffer): Promise<KindOfFile> {
  // By the first bytes where a container begins: what stands inside is for the readers below, which know bounds.
  if (content.length > 4 && content.readUInt32LE(0) === 0x04034b50) {
    const kind = await lookIntoZipped(content)
    if (kind) return kind
    throw new Refused('kind')
  }
  refuseIf(endsAsZip(content), 'two-kinds')
  const found = await fileTypeFromBuffer(content)
  refuseIf(found?.ext !== 'pdf' && content.subarray(0, 1_024).includes('%PDF-'), 'two-kinds')
  switch (found?.ext) {
    case 'pdf':
      await lookIntoPdf(content)
      return 'pdf'
    case 'png':
      // The last chunk, without which it was cut off, and after which nothing comes.
      refuseIf(content.toString('latin1', content.length - 8, content.length - 4) !== 'IEND', 'broken')
      return 'png'
    case 'jpg':
      refuseIf(!content.includes(Buffer.from([0xff, 0xd9])), 'broken')
      return 'jpeg'
    case 'cfb':
      if (await lookIntoHwp(content)) return 'hwp'
      throw new Refused('kind')
    case undefined:
      refuseUnlessText(content)
      return 'text'
    default:
      throw new Refused('kind')
  }
}

/** A ZIP file is found from its end, so one can follow anything. */
function endsAsZip(content: Buffer): boolean {
  const end = content.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  return end !== -1 && end + 22 <= content.length && end + 22 + content.readUInt16LE(end + 20) === content.length
}

function refuseUnlessText(content: Buffer): void {
  refuseIf(content.includes(0), 'kind')
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    refuseIf(/[\u0001-\u0008\u000b\u000e-\u001f\u007f]/.test(text), 'kind')
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('not-utf-8')
  }
}

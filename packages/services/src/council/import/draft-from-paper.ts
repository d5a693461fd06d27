/** From the bytes of an agenda or a notice to a draft of its session. The paper is looked through first, and kept nowhere. */
import { type CouncilDraft, linesOfDocument, linesOfText, readCouncilPaper, type Unreadable } from '@ieum/papers/read'
import type { OpenCatalogue } from '../../open-catalogue.ts'
import { lookThrough } from '../../papers/content/look-through.ts'
import type { Refusal } from '../../papers/content/refusal.ts'
import { readText } from '../../tables/read-text.ts'

export const readablePaperLimits = { bytes: 20_000_000, text: 2_000_000 } as const

export type PaperDrafted =
  | { readonly is: 'drafted'; readonly draft: CouncilDraft }
  | { readonly is: 'empty' }
  | { readonly is: 'too large'; readonly most: number }
  /** `kind`: neither HWPX, HWP, DOCX, PDF nor text, whatever its name says. `no text`: a picture of a page. */
  | { readonly is: 'refused'; readonly because: Exclude<Refusal | Unreadable, 'not-utf-8'> }

export async function draftFromPaper(
  { rulebook }: Pick<OpenCatalogue, 'rulebook'>,
  content: Uint8Array,
): Promise<PaperDrafted> {
  if (content.length === 0) return { is: 'empty' }
  if (content.length > readablePaperLimits.bytes) return { is: 'too large', most: readablePaperLimits.bytes }
  const text = typedText(content)
  if (text !== undefined) return drafted(rulebook.agencies, linesOfText(text))
  const looked = await lookThrough(content)
  if (looked.is === 'refused') {
    if (looked.because !== 'not-utf-8') return { is: 'refused', because: looked.because }
    return asText(rulebook.agencies, content)
  }
  switch (looked.kind) {
    case 'text':
      return asText(rulebook.agencies, content)
    case 'hwpx':
    case 'hwp':
    case 'docx':
    case 'pdf': {
      const read = await linesOfDocument(content)
      return read.is === 'read' ? drafted(rulebook.agencies, read.lines) : { is: 'refused', because: read.because }
    }
    default:
      return { is: 'refused', because: 'kind' }
  }
}

/** Text in UTF-16 has zeros in it, by which it would be taken for something else. */
function typedText(content: Uint8Array): string | undefined {
  const isUtf16 = (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff)
  const read = isUtf16 && content.length <= readablePaperLimits.text ? readText(content) : undefined
  return read?.is === 'text' ? read.text : undefined
}

function asText(agencies: OpenCatalogue['rulebook']['agencies'], content: Uint8Array): PaperDrafted {
  if (content.length > readablePaperLimits.text) return { is: 'too large', most: readablePaperLimits.text }
  const read = readText(content)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (read.is !== 'text' || /[\u0001-\u0008\u000b\u000e-\u001f\u007f]/.test(read.text))
    return { is: 'refused', because: 'kind' }
  return drafted(agencies, linesOfText(read.text))
}

function drafted(
  agencies: OpenCatalogue['rulebook']['agencies'],
  lines: Parameters<typeof readCouncilPaper>[0],
): PaperDrafted {
  if (!lines.some(({ text }) => text !== '')) return { is: 'refused', because: 'no text' }
  return { is: 'drafted', draft: readCouncilPaper(lines, agencies) }
}

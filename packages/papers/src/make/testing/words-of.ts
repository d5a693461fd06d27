/** What other programs find in a paper: DOCX by its XML, HWPX by rhwp, PDF by kordoc's reader, Markdown as plain text again. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateRawSync } from 'node:zlib'
import { HwpDocument, initSync } from '@rhwp/core'
import { parse } from 'kordoc'
import type { Paper } from '../paper.ts'

/** Letters and signs alone, for spaces are where a program breaks its lines, and dots where it draws a list. */
export const bare = (text: string): string => text.normalize('NFC').replaceAll(/[\s\u200B\u00AD•‧·]/g, '')

/** Every text of a paper, in its order. */
export const textsOf = ({ blocks }: Paper): readonly string[] =>
  blocks.flatMap(block => {
    switch (block.is) {
      case 'list':
        return block.items
      case 'fields':
        return block.rows.flat()
      case 'table':
        return [...block.columns.map(({ heading }) => heading), ...block.rows.flat()]
      default:
        return [block.text]
    }
  })

/** A part of a ZIP file by its name; the central directory is read, as its readers do. */
export function partOf(zip: Uint8Array, name: string): string {
  const file = Buffer.from(zip)
  const end = file.length - 22
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [length, extra, comment] = [28, 30, 32].map(from => file.readUInt16LE(at + from)) as [number, number, number]
    if (file.subarray(at + 46, at + 46 + length).toString() === name) {
      const [packed, local] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 42)]
      const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
      const bytes = file.subarray(start, start + packed)
      return (file.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8')
    }
    at += 46 + length + extra + comment
  }
  throw new Error(`no ${name}`)
}

const plain = (xml: string): string =>
  xml
    .replaceAll(/<w:br\/>|<\/w:p>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

export const wordsOfDocx = (docx: Uint8Array): string => plain(partOf(docx, 'word/document.xml'))

let isReady = false
export function openHwpx(hwpx: Uint8Array): HwpDocument {
  if (!isReady) {
    // It asks a page how wide letters are; here nothing is drawn.
    Object.assign(globalThis, { measureTextWidth: (_: string, text: string) => text.length * 10 })
    initSync({ module: readFileSync(createRequire(import.meta.url).resolve('@rhwp/core/rhwp_bg.wasm')) })
    isReady = true
  }
  return new HwpDocument(hwpx)
}

export const wordsOfHwpx = (hwpx: Uint8Array): string => String(JSON.parse(openHwpx(hwpx).getTextFileUnicode()))

export async function wordsOfPdf(pdf: Uint8Array): Promise<string> {
  const read = await parse(pdf.slice().buffer)
  if (!read.success) throw new Error(JSON.stringify(read))
  return unescaped(read.markdown)
}

export const wordsOfMarkdown = (markdown: string): string =>
  unescaped(
    markdown
      .split('\n')
      .filter(line => !/^\|(?: :?-+:? \|)+$/.test(line))
      .map(line => line.replace(/^(?:#{1,3} |> |- )/, '').replace(/(?<!\\)\\$/, ''))
      .map(line => line.replaceAll(/(?<!\\)\|/g, ' ').replaceAll(/(?<!\\)<br>/g, '\n'))
      .join('\n'),
  )

const unescaped = (markdown: string): string => markdown.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')

/** The name of a paper as it is shown and saved: one file's name, in which nothing is hidden, with the ending of what it is. */
import { type KindOfFile, kindsOfFile } from './look-through.ts'

const longest = 120
/** Names that Windows keeps for itself. */
const kept = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** `null` when nothing is left of it. */
export function paperName(given: string, kind: KindOfFile): string | null {
  const last = given.normalize('NFC').toWellFormed().split(/[/\\]/).at(-1)!
  const plain = last
    // Control characters, marks that turn the direction of writing or have no width: `report\u202Efdp.exe` reads as reportexe.pdf.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|(?<![. ])[. ]+$/g, '')
  const { endings } = kindsOfFile[kind]
  const ending = endings.find(ending => plain.toLowerCase().endsWith(`.${ending}`))
  const stem = ending ? plain.slice(0, -ending.length - 1).replace(/(?<![. ])[. ]+$/, '') : plain
  if (stem === '') return null
  const short = [...(kept.test(stem) ? `_${stem}` : stem)].slice(0, longest).join('')
  return `${short}.${ending ?? endings[0]}`
}

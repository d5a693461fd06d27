/**
 * How text is cut for searching. Korean runs words together (차세대뿌리기업) and leaves blanks to taste (스마트 공장, 스마트공장), so
 * Hangul is cut into all pairs of neighbouring syllables, blanks left out; other letters and digits into words.
 */
import { getChoseong } from 'es-hangul'

const hangulRun = /\p{Script=Hangul}+/gu
const plainWord = /[\p{Letter}\p{Number}][\p{Letter}\p{Number}&+.-]*/gu
const syllable = /[가-힣]/

/** Terms under which a text is found. */
export function termsOf(text: string): string[] {
  const folded = fold(text)
  const joined = folded.replace(/(?<=[가-힣])[\s·ㆍ・-]+(?=[가-힣])/g, '')
  const words = folded.replace(hangulRun, ' ').match(plainWord) ?? []
  return [...(joined.match(hangulRun) ?? []).flatMap(pairsOf), ...words]
}

/** Terms made of first consonants, ㅊㅅㄷ for 차세대, under which a name is found. */
export const initialsOf = (text: string): string[] =>
  (fold(text).match(hangulRun) ?? []).flatMap(run => pairsOf(getChoseong(run).replaceAll(/\s/g, '')))

/** Neighbouring pairs; a run of one stays as it is. */
export function pairsOf(run: string): string[] {
  const letters = [...run]
  return letters.length < 2 ? letters : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}

/** Composed, in small letters: 'Ｒ＆Ｄ' is r&d, and letters that a Mac took apart are put together. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

export const isHangul = (text: string): boolean => syllable.test(text)

/** Consonants alone, as they are typed for a quick search. */
export const isInitials = (text: string): boolean => /^[ㄱ-ㅎ]+$/.test(text)

import { useLanguage } from '../words/use-language.ts'

/** Runs of Korean, with the figures and signs between its words. */
const korean = /(\p{Script=Hangul}(?:[\p{Script=Hangul}\d\s·,.()…]*[\p{Script=Hangul}\d)])?)/u

/**
 * A text in which Korean may stand on a page of another language: a place in a notice, the name of a district. Each run of
 * it is marked, so that a screen reader does not read it out as English.
 */
export function WithKorean({ text }: { text: string }) {
  if (useLanguage() === 'ko') return text
  return text.split(korean).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name
      <span key={index} lang="ko">
        {part}
      </span>
    ) : (
      part
    ),
  )
}

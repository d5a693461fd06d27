import { Fragment } from 'react'
import { useLanguage } from '../words/use-language.ts'

/** Runs of Korean, with the figures and signs between its words. */
const korean = /\p{Script=Hangul}(?:[\p{Script=Hangul}\d\s·,.()…]*[\p{Script=Hangul}\d)])?/gu

/**
 * A text in which Korean may stand on a page of another language: a place in a notice, the name of a district. Each run of
 * it is marked, so that a screen reader does not read it out as English.
 */
export function WithKorean({ text }: { text: string }) {
  if (useLanguage() === 'ko') return text
  const runs = [...text.matchAll(korean)]
  const endOf = (at: number): number => (runs[at] ? runs[at].index + runs[at][0].length : 0)
  return (
    <>
      {runs.map(({ 0: run, index }, at) => (
        <Fragment key={index}>
          {text.slice(endOf(at - 1), index)}
          <span lang="ko">{run}</span>
        </Fragment>
      ))}
      {text.slice(endOf(runs.length - 1))}
    </>
  )
}

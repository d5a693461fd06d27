import { type FactWords, factWordsOf } from '@ieum/wording'
import { useOn } from '../day/use-on.ts'
import { onceARulebook } from '../rulebook/once-a-rulebook.ts'
import { useRulebook } from '../rulebook/use-rulebook.ts'
import { useLanguage } from '../words/use-language.ts'

/** By day and language: a page of proofs asks for the same words hundreds of times. */
const made = onceARulebook(() => new Map<string, FactWords>())

/** Names and values of facts in the language of the page. */
export function useFactWords(): FactWords {
  const language = useLanguage()
  const rulebook = useRulebook()
  const on = useOn()
  const known = made(rulebook)
  const key = `${on} ${language}`
  const words = known.get(key) ?? factWordsOf(rulebook, on, language)
  known.set(key, words)
  return words
}

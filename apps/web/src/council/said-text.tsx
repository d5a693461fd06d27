import { WithKorean } from '../parts/with-korean.tsx'
import { useLanguage } from '../words/use-language.ts'
import type { Said } from './client/shapes.ts'

/** Ministries write in one language: where English is missing the Korean stands, marked as what it is. */
export function SaidText({ said: { ko, en } }: { said: Said }) {
  const language = useLanguage()
  return language === 'en' && en !== null ? en : <WithKorean text={ko} />
}

/** For an attribute, where nothing can be marked. */
export function useSaidPlain(): (said: Said) => string {
  const language = useLanguage()
  return ({ ko, en }) => (language === 'en' ? (en ?? ko) : ko)
}

import { WithKorean } from '../parts/with-korean.tsx'
import { useLanguage } from '../words/use-language.ts'
import type { Said } from './said.ts'

/** Where English is missing the Korean stands, marked as what it is. */
export function SaidText({ said: { ko, en } }: { said: Said }) {
  const language = useLanguage()
  return language === 'en' && en !== null ? en : <WithKorean text={ko} />
}

/** A text of the records, which keep one language alone. */
export const Written = ({ text }: { text: string }) => <SaidText said={{ ko: text, en: null }} />

/** For an attribute or within a sentence, where nothing can be marked. */
export function useSaidPlain(): (said: Said) => string {
  const language = useLanguage()
  return ({ ko, en }) => (language === 'en' ? (en ?? ko) : ko)
}

/** For a title, which says no language of its own: another text stands for it where nobody wrote the English. */
export function useTitle(): (said: Said, otherwise: string) => string {
  const language = useLanguage()
  return ({ ko, en }, otherwise) => (language === 'en' ? (en ?? otherwise) : ko)
}

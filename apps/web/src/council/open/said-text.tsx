import { useLanguage } from '../../words/use-language.ts'
import type { Said } from './shapes.ts'

/** Ministries write in one language: where nobody wrote the English, the Korean stands and is said to be Korean. */
export function SaidText({ said: { ko, en } }: { said: Said }) {
  const language = useLanguage()
  if (language === 'ko') return ko
  return en ?? <span lang="ko">{ko}</span>
}

/** A text of the records, which keep one language alone. */
export const Written = ({ text }: { text: string }) => <SaidText said={{ ko: text, en: null }} />

export function useSaidIn(): (said: Said) => string {
  const language = useLanguage()
  return ({ ko, en }) => (language === 'en' ? (en ?? ko) : ko)
}

/** For a title, which says no language of its own: another text stands for it where nobody wrote the English. */
export function useTitle(): (said: Said, otherwise: string) => string {
  const language = useLanguage()
  return ({ ko, en }, otherwise) => (language === 'en' ? (en ?? otherwise) : ko)
}

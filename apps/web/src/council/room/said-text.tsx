import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage } from '../../words/use-language.ts'
import type { Said } from './shapes.ts'

/** English where somebody wrote it; else the Korean, marked as such. */
export function SaidText({ said: { ko, en } }: { said: Said }) {
  return useLanguage() === 'en' && en ? en : <WithKorean text={ko} />
}

import { useLanguage } from '../../words/use-language.ts'
import type { Said } from './shapes.ts'

/** In the language of the page where somebody wrote it so, else in Korean. */
export function useSaidEither(): (said: Said) => string {
  const language = useLanguage()
  return said => (language === 'en' && said.en ? said.en : said.ko)
}

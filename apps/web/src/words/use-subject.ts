import { useTranslation } from 'react-i18next'
import type { ko } from './ko.ts'

type Kind = keyof (typeof ko)['subjects']

/** The name of a stage, a kind of support, a chain or a link; a word that the site does not know is shown as the catalogue has it. */
export function useSubject(): (kind: Kind, word: string) => string {
  const { i18n } = useTranslation()
  return (kind, word) => {
    const names: unknown = i18n.getResource(i18n.language, 'words', `subjects.${kind}`)
    const name = (names as Record<string, string> | undefined)?.[word]
    return name ?? word
  }
}

import { useTranslation } from 'react-i18next'

/** What was not found, by the name of the field; a reader's own remark is shown as it was written. */
export function useUnseen(): (field: string) => string {
  const { i18n } = useTranslation()
  return field => {
    const names: unknown = i18n.getResource(i18n.language, 'words', 'programmes.unseenField')
    return fieldName(names as Readonly<Record<string, string>>, field)
  }
}

/** `windows.closes (text cut)` is about the windows, and says something of them. */
export function fieldName(names: Readonly<Record<string, string>>, field: string): string {
  const [, path, remark] = /^([\w.]+)(.*)$/s.exec(field) ?? []
  const name = path && (names[path] ?? names[path.split('.')[0]!])
  return name ? name + remark : field
}

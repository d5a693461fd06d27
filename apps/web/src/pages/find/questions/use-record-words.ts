import type { Fact, Value } from '@ieum/catalogue/records'
import { sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../../../rulebook/use-rulebook.ts'
import { useLanguage } from '../../../words/use-language.ts'
import { useSubject } from '../../../words/use-subject.ts'
import type { RecordHere } from './record-fields.tsx'

/** A record in one line: `자율형공장 구축 지원 · 2026 · 완료 · 주관 · 2026. 5. 1.(금)`. */
export function useRecordWords(fact: Fact): (record: RecordHere) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  const subject = useSubject()
  const { programme } = useDirectory()

  const sayField = (field: string, value: Value): string => {
    if (typeof value === 'boolean')
      return `${fact.fields?.[field]?.label?.[language] ?? field}: ${t(value ? 'parts.yes' : 'parts.no')}`
    if (typeof value !== 'string') return String(value)
    if (fact.fields?.[field]?.type === 'date') return sayDay(value, language)
    if (field === 'programme') return programme(value)?.name[language] ?? value
    return subject('value', value)
  }
  return record =>
    Object.entries(record)
      .map(([field, value]) => sayField(field, value))
      .join(' · ')
}

import { type Industry, industriesOf } from '@ieum/wording'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../day/use-on.ts'
import { useRulebook } from '../rulebook/use-rulebook.ts'
import { useLanguage } from '../words/use-language.ts'
import { findIndustries, nearestIndustries } from './industries.ts'
import { Picker } from './picker.tsx'

interface IndustryPickerProps {
  id: string
  value: string | undefined
  onChange: (code: string | undefined) => void
  describedBy?: string
  labelledBy?: string
  isWrong?: boolean
}

/** Industries by what one does, in Korean or English, or by their code. */
export function IndustryPicker({ id, value, onChange, describedBy, labelledBy, isWrong }: IndustryPickerProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const on = useOn()
  const rulebook = useRulebook()
  const industries = useMemo(() => industriesOf(rulebook, on), [rulebook, on])
  const chosen = industries.find(({ code }) => code === value)
  const asOptions = useCallback(
    (found: readonly Industry[]) => found.map(one => ({ value: one.code, name: one[language], hint: one.code })),
    [language],
  )
  const find = useCallback((query: string) => asOptions(findIndustries(industries, query)), [industries, asOptions])
  const findNearest = useCallback(
    (query: string) => asOptions(nearestIndustries(industries, query)),
    [industries, asOptions],
  )
  return (
    <Picker
      id={id}
      label={t('front.industry')}
      shown={chosen ? `${chosen[language]} (${chosen.code})` : (value ?? '')}
      find={find}
      findNearest={findNearest}
      onChange={onChange}
      describedBy={describedBy}
      labelledBy={labelledBy}
      isWrong={isWrong}
    />
  )
}

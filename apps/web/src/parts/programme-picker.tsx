import { nameOnDay } from '@ieum/catalogue/name-on-day'
import { useCallback } from 'react'
import { useOn } from '../day/use-on.ts'
import { useDirectory, useRulebook } from '../rulebook/use-rulebook.ts'
import { useLanguage } from '../words/use-language.ts'
import { Picker } from './picker.tsx'

interface ProgrammePickerProps {
  id: string
  label: string
  value: string | undefined
  onChange: (programme: string | undefined) => void
  describedBy?: string | undefined
  isWrong?: boolean | undefined
}

const shownAtMost = 12

/** Programmes by name or agency; spaces do not matter. */
export function ProgrammePicker({ id, label, value, onChange, describedBy, isWrong }: ProgrammePickerProps) {
  const language = useLanguage()
  const on = useOn()
  const { programmes } = useRulebook()
  const { programme, agency } = useDirectory()
  const find = useCallback(
    (query: string) => {
      const tight = query.replaceAll(/\s/g, '').toLowerCase()
      return programmes
        .map(({ id, name, agency: runBy }) => ({
          value: id,
          name: name[language],
          hint: nameOnDay(agency(runBy), on)[language],
        }))
        .filter(({ name, hint }) => `${name}${hint}`.replaceAll(/\s/g, '').toLowerCase().includes(tight))
        .slice(0, shownAtMost)
    },
    [programmes, agency, on, language],
  )
  const chosen = value === undefined ? undefined : programme(value)
  return (
    <Picker
      id={id}
      label={label}
      shown={chosen?.name[language] ?? value ?? ''}
      find={find}
      onChange={onChange}
      describedBy={describedBy}
      isWrong={isWrong}
    />
  )
}

import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useSubject } from '../../words/use-subject.ts'
import type { Filter } from './programmes-asked.ts'

interface FilterSelectProps {
  filter: Filter
  value: string | undefined
  counts: readonly (readonly [value: string, programmes: number])[]
  onChange: (value: string | undefined) => void
}

/** One filter; each of its values says how many programmes it would leave. */
export function FilterSelect({ filter, value, counts, onChange }: FilterSelectProps) {
  const { t } = useTranslation()
  const nameOf = useValueName(filter)
  const isListed = value === undefined || counts.some(([one]) => one === value)
  return (
    <div className="field">
      <label htmlFor={`filter-${filter}`}>{t(`programmes.filter.${filter}`)}</label>
      <select
        id={`filter-${filter}`}
        className="entry"
        value={value ?? ''}
        onChange={event => onChange(event.target.value || undefined)}
      >
        <option value="">{t('programmes.any')}</option>
        {isListed ? null : <option value={value}>{nameOf(value)} (0)</option>}
        {counts.map(([one, programmes]) => (
          <option key={one} value={one}>
            {nameOf(one)} ({programmes})
          </option>
        ))}
      </select>
    </div>
  )
}

const windowStates = ['open', 'upcoming', 'closed', 'unannounced'] as const

function useValueName(filter: Filter): (value: string) => string {
  const { t } = useTranslation()
  const subject = useSubject()
  const agencyName = useAgencyName()
  return value => {
    if (filter === 'ministry') return agencyName(value)
    if (filter !== 'window') return subject(filter, value)
    const state = windowStates.find(one => one === value)
    return state ? t(`programmes.windowState.${state}`) : value
  }
}

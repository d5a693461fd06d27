import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../day/use-on.ts'
import { useRulebook } from '../rulebook/use-rulebook.ts'
import { useLanguage } from '../words/use-language.ts'
import { findIndustries, type Industry, industriesOf } from './industries.ts'
import './picker.css'

interface IndustryPickerProps {
  id: string
  value: string | undefined
  onChange: (code: string | undefined) => void
  describedBy?: string
}

/** A combobox after the ARIA pattern: one types, the list offers, arrows choose, Enter takes. */
export function IndustryPicker({ id, value, onChange, describedBy }: IndustryPickerProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const on = useOn()
  const rulebook = useRulebook()
  const list = useId()
  const industries = useMemo(() => industriesOf(rulebook, on), [rulebook, on])
  const nameOf = ({ code, ...names }: Industry): string => `${names[language]} (${code})`
  const chosen = industries.find(({ code }) => code === value)
  const [typed, setTyped] = useState<string>()
  const [active, setActive] = useState(0)
  const found = useMemo(() => findIndustries(industries, typed ?? ''), [industries, typed])
  const isOpen = typed !== undefined && typed.trim() !== ''

  const take = (industry: Industry | undefined) => {
    if (industry) onChange(industry.code)
    setTyped(undefined)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0))
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) take(found[active])
    else if (event.key === 'Escape') setTyped(undefined)
    else return
    event.preventDefault()
  }

  return (
    <div className="picker">
      <input
        id={id}
        className="entry"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && found[active] ? `${list}-${active}` : undefined}
        aria-describedby={describedBy}
        autoComplete="off"
        spellCheck={false}
        value={typed ?? (chosen ? nameOf(chosen) : (value ?? ''))}
        onChange={event => {
          setTyped(event.target.value)
          setActive(0)
          if (event.target.value === '') onChange(undefined)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => take(found.length === 1 ? found[0] : undefined)}
      />
      <div id={list} role="listbox" aria-label={t('front.industry')} className="picker-list" hidden={!isOpen}>
        {found.map((industry, index) => (
          // The list is worked from the input; a pointer takes an option before the input loses the focus.
          <div
            key={industry.code}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className="picker-option"
            onPointerDown={event => {
              event.preventDefault()
              take(industry)
            }}
          >
            {industry[language]} <small>{industry.code}</small>
          </div>
        ))}
        {found.length === 0 ? <p className="picker-none">{t('parts.picker.nothing')}</p> : null}
      </div>
      <span className="only-heard" role="status">
        {isOpen ? t('parts.picker.found', { count: found.length }) : ''}
      </span>
    </div>
  )
}

import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

export interface Option {
  readonly value: string
  readonly name: string
  readonly hint?: string
}

interface PickerProps {
  id: string
  /** Names the list of what was found. */
  label: string
  /** What stands in the entry while nothing is typed. */
  shown: string
  find: (query: string) => readonly Option[]
  onChange: (value: string | undefined) => void
  describedBy?: string | undefined
  /** Set where no `label` element names the entry. */
  labelledBy?: string | undefined
  isWrong?: boolean | undefined
}

/** A combobox after the ARIA pattern: one types, the list offers, arrows choose, Enter takes. */
export function Picker({ id, label, shown, find, onChange, describedBy, labelledBy, isWrong }: PickerProps) {
  const { t } = useTranslation()
  const list = useId()
  const [typed, setTyped] = useState<string>()
  const [active, setActive] = useState(0)
  const found = useMemo(() => (typed ? find(typed) : []), [find, typed])
  const isOpen = typed !== undefined && typed.trim() !== ''

  const take = (option: Option | undefined) => {
    if (option) onChange(option.value)
    setTyped(undefined)
  }

  /** The focus stays in the entry: the browser does not bring the option into view by itself. */
  const goTo = (option: number) => {
    setActive(option)
    document.getElementById(`${list}-${option}`)?.scrollIntoView({ block: 'nearest' })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') goTo(Math.min(active + 1, found.length - 1))
    else if (event.key === 'ArrowUp') goTo(Math.max(active - 1, 0))
    else if (event.key === 'Enter') take(found[active])
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
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        aria-invalid={isWrong ? true : undefined}
        autoComplete="off"
        spellCheck={false}
        value={typed ?? shown}
        onChange={event => {
          setTyped(event.target.value)
          setActive(0)
          if (event.target.value === '') onChange(undefined)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => take(found.length === 1 ? found[0] : undefined)}
      />
      <div id={list} role="listbox" aria-label={label} className="picker-list" hidden={!isOpen || found.length === 0}>
        {found.map((option, index) => (
          <div
            key={option.value}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className="picker-option"
            // Before the entry loses the focus.
            onPointerDown={event => {
              event.preventDefault()
              take(option)
            }}
          >
            {option.name} {option.hint ? <small>{option.hint}</small> : null}
          </div>
        ))}
      </div>
      <p role="status" className={isOpen && found.length === 0 ? 'picker-none' : 'only-heard'}>
        {isOpen
          ? found.length === 0
            ? t('parts.picker.nothing')
            : t('parts.picker.found', { count: found.length })
          : ''}
      </p>
    </div>
  )
}

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
  /** What to offer where `find` finds nothing; it is called the nearest. */
  findNearest?: (query: string) => readonly Option[]
  onChange: (value: string | undefined) => void
  describedBy?: string | undefined
  /** Set where no `label` element names the entry. */
  labelledBy?: string | undefined
  isWrong?: boolean | undefined
}

/** A combobox after the ARIA pattern: one types, the list offers, arrows choose, Enter takes. */
export function Picker(props: PickerProps) {
  const { id, label, shown, find, findNearest, onChange, describedBy, labelledBy, isWrong } = props
  const { t } = useTranslation()
  const list = useId()
  const [typed, setTyped] = useState<string>()
  const [active, setActive] = useState(0)
  const { found, isNearest } = useMemo(() => {
    const exact = typed ? find(typed) : []
    const nearest = typed && exact.length === 0 ? (findNearest?.(typed) ?? []) : []
    return exact.length > 0 ? { found: exact, isNearest: false } : { found: nearest, isNearest: nearest.length > 0 }
  }, [find, findNearest, typed])
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
        onBlur={() => take(found.length === 1 && !isNearest ? found[0] : undefined)}
      />
      <div id={list} role="listbox" aria-label={label} className="picker-list" hidden={!isOpen || found.length === 0}>
        {isNearest ? (
          <div className="picker-nearest" aria-hidden="true">
            {t('parts.picker.nearest', { count: found.length })}
          </div>
        ) : null}
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
            : t(isNearest ? 'parts.picker.nearest' : 'parts.picker.found', { count: found.length })
          : ''}
      </p>
    </div>
  )
}

import { useId } from 'react'
import { useTranslation } from 'react-i18next'

export interface ExceptionTyped {
  readonly key: number
  readonly drop: string
  readonly add: string
  readonly why: string
}

interface ExceptionRowsProps {
  rows: readonly ExceptionTyped[]
  onRows: (rows: readonly ExceptionTyped[]) => void
}

/** Days that are moved for once, such as to a festival. */
export function ExceptionRows({ rows, onRows }: ExceptionRowsProps) {
  const { t } = useTranslation()
  const id = useId()
  const type = { drop: 'date', add: 'date', why: 'text' } as const
  return (
    <fieldset className="closing-exceptions">
      <legend>{t('closingDesk.exceptions')}</legend>
      {rows.map((row, at) => (
        <div key={row.key} className="closing-exception">
          {(['drop', 'add', 'why'] as const).map(name => (
            <div key={name} className="field">
              <label htmlFor={`${id}-${row.key}-${name}`}>{t(`closingDesk.${name}`)}</label>
              <input
                id={`${id}-${row.key}-${name}`}
                className="entry"
                type={type[name]}
                value={row[name]}
                onChange={event => onRows(rows.with(at, { ...row, [name]: event.target.value }))}
              />
            </div>
          ))}
          <button
            type="button"
            className="button quiet"
            onClick={() => onRows(rows.filter(({ key }) => key !== row.key))}
          >
            {t('closingDesk.takeOff')}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="button quiet"
        onClick={() => onRows([...rows, { key: (rows.at(-1)?.key ?? 0) + 1, drop: '', add: '', why: '' }])}
      >
        {t('closingDesk.addException')}
      </button>
    </fieldset>
  )
}

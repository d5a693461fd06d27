import type { Fact, Field, Value } from '@ieum/catalogue/records'
import { sayRecordWord } from '@ieum/wording'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProgrammePicker } from '../../../parts/programme-picker.tsx'
import { useLanguage, useSaid } from '../../../words/use-language.ts'
import { textsIn } from './texts-in.ts'

export type RecordHere = Readonly<Record<string, Value>>

interface RecordFieldsProps {
  fact: Fact
  entry: string
  record: RecordHere
  onChange: (record: RecordHere) => void
}

/** Fields that every record of a programme has; what only a few notices read stands below. */
const usual = ['programme', 'edition', 'outcome', 'role', 'on']

export function RecordFields({ fact, entry, record, onChange }: RecordFieldsProps) {
  const { t } = useTranslation()
  const fields = Object.entries(fact.fields ?? {})
  const first = fields.filter(([name]) => fact.name !== 'participations' || usual.includes(name))
  const rest = fields.filter(field => !first.includes(field))

  const set = (name: string, value: Value | undefined) => {
    const { [name]: _before, ...others } = record
    onChange(value === undefined ? others : { ...others, [name]: value })
  }
  const show = ([name, field]: readonly [string, Field]) => (
    <RecordField
      key={name}
      id={`${entry}-${name}`}
      name={name}
      field={field}
      value={record[name]}
      onChange={value => set(name, value)}
    />
  )

  return (
    <>
      {first.map(show)}
      {rest.length > 0 ? (
        <details>
          <summary>{t('find.records.more')}</summary>
          {rest.map(show)}
        </details>
      ) : null}
    </>
  )
}

interface RecordFieldProps {
  id: string
  name: string
  field: Field
  value: Value | undefined
  onChange: (value: Value | undefined) => void
}

function RecordField({ id, name, field, value, onChange }: RecordFieldProps) {
  const said = useSaid()
  const label = said(field.label) || name
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <FieldEntry id={id} name={name} label={label} field={field} value={value} onChange={onChange} />
    </div>
  )
}

function FieldEntry({ id, name, label, field, value, onChange }: RecordFieldProps & { label: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const text = typeof value === 'string' ? value : ''
  if (name === 'programme')
    return <ProgrammePicker id={id} label={label} value={text || undefined} onChange={onChange} />
  if (field.type === 'enum' || field.type === 'boolean') {
    const values = field.values ?? ['true', 'false']
    const named = (one: string): string =>
      field.type === 'boolean' ? t(one === 'true' ? 'parts.yes' : 'parts.no') : sayRecordWord(one, language)
    const chosen = typeof value === 'boolean' ? String(value) : text
    return (
      <select
        id={id}
        className="entry"
        value={chosen}
        onChange={event => onChange(chosenValue(event.target.value, field.type === 'boolean'))}
      >
        <option value="">{t('parts.picker.choose')}</option>
        {values.map(one => (
          <option key={one} value={one}>
            {named(one)}
          </option>
        ))}
      </select>
    )
  }
  if (field.type === 'number')
    return (
      <input
        id={id}
        className="entry"
        type="number"
        step="any"
        value={typeof value === 'number' ? value : ''}
        onChange={event => onChange(event.target.value === '' ? undefined : Number(event.target.value))}
      />
    )
  if (field.type === 'list') return <ListEntry id={id} value={value} onChange={onChange} />
  return (
    <input
      id={id}
      className="entry"
      type={field.type === 'date' ? 'date' : 'text'}
      value={text}
      onChange={event => onChange(event.target.value || undefined)}
    />
  )
}

/** Keeps the text as it is typed, a comma at its end too; what goes into the record are the texts in it. */
function ListEntry({ id, value, onChange }: Pick<RecordFieldProps, 'id' | 'value' | 'onChange'>) {
  const [typed, setTyped] = useState(() => (Array.isArray(value) ? value.join(', ') : ''))
  return (
    <input
      id={id}
      className="entry"
      value={typed}
      onChange={event => {
        setTyped(event.target.value)
        const texts = textsIn(event.target.value)
        onChange(texts.length > 0 ? texts : undefined)
      }}
    />
  )
}

function chosenValue(text: string, isBoolean: boolean): Value | undefined {
  if (text === '') return undefined
  return isBoolean ? text === 'true' : text
}

import { useTranslation } from 'react-i18next'
import { useDirectory } from '../rulebook/use-rulebook.ts'
import { useSaid } from '../words/use-language.ts'

interface RegionPickerProps {
  id: string
  value: string | undefined
  onChange: (region: string | undefined) => void
}

/** The provinces and large cities that the fact `region` allows. */
export function RegionPicker({ id, value, onChange }: RegionPickerProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const region = useDirectory().fact('region')
  if (!region?.values)
    return (
      <input
        id={id}
        className="entry"
        value={value ?? ''}
        onChange={event => onChange(event.target.value || undefined)}
      />
    )
  return (
    <select id={id} className="entry" value={value ?? ''} onChange={event => onChange(event.target.value || undefined)}>
      <option value="">{t('parts.picker.choose')}</option>
      {region.values.map(name => (
        <option key={name} value={name}>
          {said(region.labels?.[name]) || name}
        </option>
      ))}
    </select>
  )
}

import { useTranslation } from 'react-i18next'
import type { ClosingList } from '../../closing-days/shapes.ts'
import { useAsked } from '../../desk/client/use-asked.ts'
import { Field } from './field.tsx'

interface MunicipalityFieldProps {
  value: string
  onChange: (code: string) => void
  wrong: string | undefined
}

/** Where a consultative body is one municipality's own. */
export function MunicipalityField({ value, onChange, wrong }: MunicipalityFieldProps) {
  const { t } = useTranslation()
  const { value: list } = useAsked<ClosingList>('/api/closing-days')
  const regions = [...Map.groupBy(list?.municipalities ?? [], ({ region }) => region ?? '')]
  return (
    <Field field="/municipality" label={t('councilDrawUp.municipality')} wrong={wrong}>
      {described => (
        <select {...described} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{t('councilDrawUp.noMunicipality')}</option>
          {regions.map(([region, of]) => (
            <optgroup key={region} label={region} lang="ko">
              {of.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}

import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { Field } from './field.tsx'
import { MunicipalityField } from './municipality-field.tsx'
import type { PartProps } from './part-props.ts'
import { kinds } from './typed.ts'

/** What a council is from its first day on. */
export function KindFields({ typed, change, wrongAt }: PartProps) {
  const { t } = useTranslation()
  const on = useOn()
  return (
    <>
      <fieldset>
        <legend className="field-label">{t('councilDrawUp.kind')}</legend>
        {kinds.map(kind => (
          <label key={kind} className="choice">
            <input type="radio" name="kind" checked={typed.kind === kind} onChange={() => change({ kind })} />
            <span>{t(`councilDrawUp.kinds.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      {typed.kind === 'consultative' ? (
        <MunicipalityField
          value={typed.municipality}
          onChange={municipality => change({ municipality })}
          wrong={wrongAt('/municipality')}
        />
      ) : null}
      <Field
        field="/foundedOn"
        label={t('councilDrawUp.foundedOn')}
        help={t('councilDrawUp.foundedOnHelp')}
        wrong={wrongAt('/foundedOn')}
      >
        {described => (
          <input
            {...described}
            type="date"
            max={on}
            value={typed.foundedOn}
            onChange={({ target }) => change({ foundedOn: target.value })}
          />
        )}
      </Field>
    </>
  )
}

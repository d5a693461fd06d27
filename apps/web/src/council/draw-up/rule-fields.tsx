import { useTranslation } from 'react-i18next'
import { Field } from './field.tsx'
import type { PartProps } from './part-props.ts'
import { rotations, type Share, shares, sharesFor } from './typed.ts'

/** Who must be there, and who hosts. */
export function RuleFields({ typed, change, wrongAt }: PartProps) {
  const { t } = useTranslation()
  const nameOf = (share: string) =>
    share in shares ? t(`councilDrawUp.shares.${share as Share}`) : `${Math.round(100 * Number(share))}%`
  return (
    <>
      <Field
        field="/quorum/seats"
        label={t('councilDrawUp.quorum')}
        help={t('councilDrawUp.quorumHelp')}
        wrong={wrongAt('/quorum/seats')}
      >
        {described => (
          <select {...described} value={typed.share} onChange={({ target }) => change({ share: target.value })}>
            {sharesFor(typed.share).map(share => (
              <option key={share} value={share}>
                {nameOf(share)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <label className="choice">
        <input
          type="checkbox"
          checked={typed.everyAgency}
          onChange={({ target }) => change({ everyAgency: target.checked })}
        />
        <span>{t('councilDrawUp.everyAgency')}</span>
      </label>
      <fieldset>
        <legend className="field-label">{t('councilDrawUp.rotation')}</legend>
        {rotations.map(rotation => (
          <label key={rotation} className="choice">
            <input
              type="radio"
              name="rotation"
              checked={typed.rotation === rotation}
              onChange={() => change({ rotation })}
            />
            <span>{t(`councilDrawUp.rotations.${rotation}`)}</span>
          </label>
        ))}
      </fieldset>
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
import { Field } from './field.tsx'
import { type SeatTyped, seatKinds, sides } from './typed.ts'

export interface SeatFieldsProps {
  seat: SeatTyped
  index: number
  /** A consultative body has seats of sides, and of organisations that are no agencies. */
  isBody: boolean
  wrongAt: (field: string) => string | undefined
  onSeat: (changed: Partial<SeatTyped>) => void
  onRemove?: () => void
}

export function SeatFields({ seat, index, isBody, wrongAt, onSeat, onRemove }: SeatFieldsProps) {
  const { t } = useTranslation()
  const at = `/seats/${index}`
  const number = index + 1
  const text = (name: 'title' | 'titleEn', label: string) => (
    <Field field={`${at}/${name}`} label={label} wrong={wrongAt(`${at}/${name}`)}>
      {described => (
        <input
          {...described}
          value={seat[name]}
          maxLength={300}
          autoComplete="off"
          {...(name === 'titleEn' && { lang: 'en' })}
          onChange={({ target }) => onSeat({ [name]: target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      <Field field={`${at}/agency`} label={t('councilDrawUp.agency')} wrong={wrongAt(`${at}/agency`)}>
        {described => (
          <select {...described} value={seat.agency} onChange={({ target }) => onSeat({ agency: target.value })}>
            <option value="">{t(isBody ? 'councilDrawUp.noAgency' : 'councilDrawUp.choose')}</option>
            <Agencies />
          </select>
        )}
      </Field>
      {isBody ? (
        <Field field={`${at}/side`} label={t('councilDrawUp.side')} wrong={wrongAt(`${at}/side`)}>
          {described => (
            <select
              {...described}
              value={seat.side}
              onChange={({ target }) => onSeat({ side: target.value as SeatTyped['side'] })}
            >
              <option value="">{t('councilDrawUp.choose')}</option>
              {sides.map(side => (
                <option key={side} value={side}>
                  {t(`councilDrawUp.sides.${side}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      {text('title', t('councilDrawUp.seatTitle'))}
      {text('titleEn', t('councilDrawUp.seatTitleEn'))}
      <Field field={`${at}/kind`} label={t('councilDrawUp.seatKind')} wrong={wrongAt(`${at}/kind`)}>
        {described => (
          <select
            {...described}
            value={seat.kind}
            onChange={({ target }) => onSeat({ kind: target.value as SeatTyped['kind'] })}
          >
            {seatKinds.map(kind => (
              <option key={kind} value={kind}>
                {t(`councilDesk.council.seatKind.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {onRemove ? (
        <button type="button" className="plain-button" onClick={onRemove}>
          {t('councilDrawUp.removeSeat', { number })}
        </button>
      ) : null}
    </>
  )
}

const agencyKinds = ['ministry', 'executing', 'local', 'other'] as const

function Agencies() {
  const { t } = useTranslation()
  const nameOf = useAgencyName()
  const { agencies } = useRulebook()
  return agencyKinds.map(kind => {
    const of = agencies.filter(agency => agency.kind === kind)
    return of.length === 0 ? null : (
      <optgroup key={kind} label={t(`councilDrawUp.agencyKind.${kind}`)}>
        {of.map(({ id }) => (
          <option key={id} value={id}>
            {nameOf(id)}
          </option>
        ))}
      </optgroup>
    )
  })
}

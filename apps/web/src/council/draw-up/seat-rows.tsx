import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
import { Field } from './field.tsx'
import { idOf, mostSeats, type SeatTyped, seatKinds, sides, withSeat } from './typed.ts'

interface SeatRowsProps {
  seats: readonly SeatTyped[]
  onSeats: (seats: readonly SeatTyped[]) => void
  /** A consultative body has seats of sides, and of organisations that are no agencies. */
  isBody: boolean
  wrongAt: (field: string) => string | undefined
}

/** Seats are added and taken out; the focus goes where the next thing is typed, and what was done is said aloud. */
export function SeatRows({ seats, onSeats, isBody, wrongAt }: SeatRowsProps) {
  const { t } = useTranslation()
  const [told, setTold] = useState('')
  const [goesTo, setGoesTo] = useState<string>()
  const add = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (goesTo === undefined) return
    ;(document.getElementById(goesTo) ?? add.current)?.focus()
    setGoesTo(undefined)
  }, [goesTo])
  const wrong = wrongAt('/seats')
  return (
    <fieldset
      id={idOf('/seats')}
      tabIndex={-1}
      className="draw-up-seats"
      aria-describedby={wrong ? `${idOf('/seats')}-wrong` : undefined}
    >
      <legend>
        <h2>
          {t('councilDrawUp.seats')} <span className="desk-count">{seats.length}</span>
        </h2>
      </legend>
      <p className="field-help">{t('councilDrawUp.seatsHelp')}</p>
      {wrong ? (
        <p id={`${idOf('/seats')}-wrong`} className="field-wrong">
          {wrong}
        </p>
      ) : null}
      {seats.map((seat, index) => (
        <SeatRow
          key={seat.key}
          seat={seat}
          index={index}
          isBody={isBody}
          wrongAt={wrongAt}
          onSeat={changed => onSeats(seats.with(index, { ...seat, ...changed }))}
          {...(seats.length > 2 && {
            onRemove: () => {
              onSeats(seats.toSpliced(index, 1))
              setTold(t('councilDrawUp.removed', { count: seats.length - 1 }))
              setGoesTo('add-seat')
            },
          })}
        />
      ))}
      <p className="row">
        {seats.length < mostSeats ? (
          <button
            ref={add}
            type="button"
            className="button quiet"
            onClick={() => {
              onSeats(withSeat(seats))
              setTold(t('councilDrawUp.added', { number: seats.length + 1 }))
              setGoesTo(idOf(`/seats/${seats.length}/agency`))
            }}
          >
            {t('councilDrawUp.addSeat')}
          </button>
        ) : null}
        <span role="status" className="only-heard">
          {told}
        </span>
      </p>
    </fieldset>
  )
}

interface SeatRowProps {
  seat: SeatTyped
  index: number
  isBody: boolean
  wrongAt: (field: string) => string | undefined
  onSeat: (changed: Partial<SeatTyped>) => void
  onRemove?: () => void
}

function SeatRow({ seat, index, isBody, wrongAt, onSeat, onRemove }: SeatRowProps) {
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
    <fieldset className="draw-up-seat">
      <legend>{t('councilDrawUp.seat', { number })}</legend>
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
    </fieldset>
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

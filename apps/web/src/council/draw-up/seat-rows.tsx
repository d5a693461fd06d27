import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { SaidText } from '../said-text.tsx'
import { SeatFields, type SeatFieldsProps } from './seat-fields.tsx'
import { idOf, mostSeats, type SeatTyped, withSeat } from './typed.ts'

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

/** A seat that is there already is folded as long as nothing is wrong with it: most of them stay as they are. */
function SeatRow(props: SeatFieldsProps) {
  const { t } = useTranslation()
  const nameOf = useAgencyName()
  const [isOpen, setOpen] = useState(false)
  const { seat, index, wrongAt } = props
  const legend = t('councilDrawUp.seat', { number: index + 1 })
  if (seat.id === undefined)
    return (
      <fieldset className="draw-up-seat">
        <legend>{legend}</legend>
        <SeatFields {...props} />
      </fieldset>
    )
  const isWrong = ['agency', 'side', 'title', 'titleEn', 'kind', 'id'].some(name => wrongAt(`/seats/${index}/${name}`))
  return (
    <details
      className="draw-up-there"
      open={isOpen || isWrong}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {legend}{' '}
        <strong>
          {seat.agency ? `${nameOf(seat.agency)} · ` : null}
          <SaidText said={{ ko: seat.title, en: seat.titleEn || null }} />
        </strong>
        {seat.kind === 'member' ? null : <small> {t(`councilDesk.council.seatKind.${seat.kind}`)}</small>}
      </summary>
      <fieldset className="draw-up-seat" aria-label={legend}>
        <SeatFields {...props} />
      </fieldset>
    </details>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useLanguage } from '../../words/use-language.ts'
import { SaidText } from '../said-text.tsx'
import type { SeatState } from './queue.ts'
import { QuorumText } from './quorum-text.tsx'
import type { Room, Attendance as Seat } from './shapes.ts'
import type { RoomInHand } from './use-room.ts'

/** Who is there: one box a seat, and the post of who sits for it. */
export function Attendance({ room, hand, canMark }: { room: Room; hand: RoomInHand; canMark: boolean }) {
  const { t } = useTranslation()
  const agencyName = useAgencyName()
  const agencies = [...new Set(room.attendance.map(({ agency }) => agency ?? ''))]
  const present = room.attendance.filter(({ state }) => state === 'present').length
  return (
    <section className="room-attendance" aria-labelledby="room-attendance">
      <h2 id="room-attendance" tabIndex={-1}>
        {t('councilRoom.room.attendance')} {present}/{room.attendance.length}
      </h2>
      {room.state === 'cancelled' ? null : (
        <p>
          <QuorumText quorum={room.quorum} state={room.state} />
        </p>
      )}
      {canMark ? <p className="field-help">{t('councilRoom.room.attendanceHelp')}</p> : null}
      {agencies.map(agency => (
        <div key={agency}>
          {agency ? <h3>{agencyName(agency)}</h3> : null}
          <ul>
            {room.attendance
              .filter(seat => (seat.agency ?? '') === agency)
              .map(seat => (
                <li key={seat.seat}>
                  <SeatLine seat={seat} canMark={canMark} hand={hand} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function SeatLine({ seat, canMark, hand: { capture } }: { seat: Seat; canMark: boolean; hand: RoomInHand }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isNamed, setNamed] = useState(seat.deputy !== null)
  const [isAdded, setAdded] = useState(false)
  const hasDeputy = isNamed || seat.deputy !== null
  if (!canMark)
    return (
      <p>
        <SaidText said={seat.title} /> · {t(`councilRoom.marks.${seat.state}`)}
      </p>
    )
  const tell = (state: SeatState, named?: { readonly deputy: string | null }) =>
    capture({ is: 'seat', seat: seat.seat, state, was: seat.state, wasDeputy: seat.deputy, ...named })
  const title = (language === 'en' && seat.title.en) || seat.title.ko
  return (
    <>
      <label className="choice">
        <input
          type="checkbox"
          checked={seat.state === 'present'}
          onChange={({ target }) => tell(target.checked ? 'present' : 'absent')}
        />
        <span>
          <SaidText said={seat.title} />
          {seat.state === 'present' ? null : <small> {t(`councilRoom.marks.${seat.state}`)}</small>}
        </span>
      </label>
      {seat.state === 'present' && !hasDeputy ? (
        <button
          type="button"
          className="plain-button"
          onClick={() => {
            setNamed(true)
            setAdded(true)
          }}
        >
          {t('councilRoom.room.addDeputy')}
          <span className="only-heard">
            {' '}
            <SaidText said={seat.title} />
          </span>
        </button>
      ) : null}
      {seat.state === 'present' && hasDeputy ? (
        <input
          className="entry"
          aria-label={t('councilRoom.room.deputyOf', { seat: title })}
          {...(language === 'en' && !seat.title.en && { lang: 'ko' })}
          placeholder={t('councilRoom.room.deputy')}
          maxLength={300}
          defaultValue={seat.deputy ?? ''}
          key={seat.deputy}
          // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed
          autoFocus={isAdded}
          onBlur={({ target }) => {
            setAdded(false)
            const deputy = target.value.trim() || null
            if (deputy !== seat.deputy) tell('present', { deputy })
          }}
        />
      ) : null}
    </>
  )
}

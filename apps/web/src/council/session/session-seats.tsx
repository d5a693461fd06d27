import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { QuorumText } from '../room/quorum-text.tsx'
import { roomOf } from '../room/requests.ts'
import type { Attendance, Room } from '../room/shapes.ts'
import type { Said } from '../said.ts'
import { SaidText } from '../said-text.tsx'
import { OfItem } from './of-item.tsx'
import type { SessionPartProps } from './session-part-props.ts'

/** Who is invited and who comes; agencies say so of their own seats, and name deputies by title. */
export function SessionSeats({ room, capacity, onDone, onChanged }: SessionPartProps) {
  const { t } = useTranslation()
  const agencyName = useAgencyName()
  const { send, refused } = useChange<unknown>()
  const canSay = room.state === 'called' || room.state === 'sitting'
  const tell = async (seat: string, said: SeatSaid) => {
    const done = await send(roomOf(capacity.post, room.id).seat(seat), said, 'PUT')
    if (done === undefined) onChanged()
    else onDone(t('councilRoom.session.saved'), 'stays')
  }
  const toldOf = (id: string) => room.attendance.find(({ seat }) => seat === id)
  const maySay = ({ id, agency }: Pick<Room['seats'][number], 'id' | 'agency'>) => {
    const told = toldOf(id)
    const isSettled = told?.state === 'present' || told?.state === 'absent'
    return canSay && told !== undefined && !isSettled && (room.keeps || agency === capacity.agency)
  }
  const asked = room.seats.some(maySay)
  const isCancelled = room.state === 'cancelled'
  const sayMark = useMark(room)
  if (room.seats.length === 0) return null
  // It was never called: those who would sit there were asked for nothing.
  if (isCancelled && room.attendance.length === 0) return <NotInvited />
  return (
    <section className="case-section">
      <h2>{t(isCancelled ? 'councilRoom.session.seatsInvited' : 'councilRoom.session.seats')}</h2>
      {room.state === 'planned' || isCancelled || room.reported ? null : (
        <p>
          <strong>{t('councilRoom.quorum')}</strong> <QuorumText quorum={room.quorum} state={room.state} />
        </p>
      )}
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      {asked ? (
        <ul className="session-seats">
          {room.seats.map(({ id, agency, title, kind }) => {
            const told = toldOf(id)
            const may = maySay({ id, agency })
            return (
              <li key={id}>
                <p>
                  <strong>
                    <SaidText said={title} />
                  </strong>{' '}
                  <small>
                    {[agency ? agencyName(agency) : '', kind === 'member' ? '' : t(`councilRoom.${kind}`)]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </p>
                <p>
                  {sayMark(told)}
                  {told?.deputy ? (
                    <>
                      {' · '}
                      <WithKorean text={`${t('councilRoom.room.deputy')}: ${told.deputy}`} />
                    </>
                  ) : null}
                </p>
                {told && may ? <SeatSays title={title} told={told} onSay={said => void tell(id, said)} /> : null}
              </li>
            )
          })}
        </ul>
      ) : (
        <SeatedByAgency room={room} />
      )}
    </section>
  )
}

function NotInvited() {
  const { t } = useTranslation()
  return (
    <section className="case-section">
      <h2>{t('councilRoom.session.seatsInvited')}</h2>
      <p>{t('councilRoom.session.notInvited')}</p>
    </section>
  )
}

/** What is known of who sits there: what is expected of a sitting to come, and of one that was cancelled what was answered. */
function useMark(room: Room): (told: Attendance | undefined) => string | undefined {
  const { t } = useTranslation()
  return told => {
    if (room.reported) return undefined
    if (!told) return room.state === 'planned' ? t('councilRoom.session.toBeInvited') : undefined
    if (room.state === 'cancelled' && (told.state === 'coming' || told.state === 'not-coming'))
      return t(`councilRoom.session.answered.${told.state}`)
    return t(`councilRoom.marks.${told.state}`)
  }
}

/** What is said of a seat, and what stood there when it was said: who comes second is told. */
interface SeatSaid {
  readonly state: 'coming' | 'not-coming'
  /** Left out, it stays as it is; null: nobody. */
  readonly deputy?: string | null
  readonly seen: string
  readonly seenDeputy: string | null
}

interface SeatSaysProps {
  title: Said
  told: Attendance
  onSay: (said: SeatSaid) => void
}

function SeatSays({ title, told, onSay }: SeatSaysProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const seen = { seen: told.state, seenDeputy: told.deputy }
  const entry = useRef<HTMLInputElement>(null)
  // Named otherwise meanwhile, it goes on from that name; whoever is in it stays there.
  useEffect(() => {
    if (entry.current) entry.current.value = told.deputy ?? ''
  }, [told.deputy])
  return (
    <form
      className="session-says no-print"
      onSubmit={event => {
        event.preventDefault()
        const deputy = String(new FormData(event.currentTarget).get('deputy') ?? '').trim() || null
        onSay({ state: 'coming', ...(deputy !== told.deputy && { deputy }), ...seen })
      }}
    >
      <input
        ref={entry}
        name="deputy"
        className="entry"
        aria-label={t('councilRoom.room.deputyOf', { seat: (language === 'en' && title.en) || title.ko })}
        {...(language === 'en' && !title.en && { lang: 'ko' })}
        placeholder={t('councilRoom.room.deputy')}
        maxLength={300}
        defaultValue={told.deputy ?? ''}
      />
      <button type="submit" className="plain-button">
        {t('councilRoom.session.coming')}
        <OfItem title={title} />
      </button>
      <button type="button" className="plain-button" onClick={() => onSay({ state: 'not-coming', ...seen })}>
        {t('councilRoom.session.notComing')}
        <OfItem title={title} />
      </button>
    </form>
  )
}

/** Where nothing is asked of who looks: a list to read, agency by agency. */
function SeatedByAgency({ room }: { room: Room }) {
  const { t } = useTranslation()
  const agencyName = useAgencyName()
  const sayMark = useMark(room)
  return (
    <div className="session-seated">
      {[...Map.groupBy(room.seats, ({ agency }) => agency)].map(([agency, seats]) => (
        <div key={agency ?? ''}>
          {agency ? <h3>{agencyName(agency)}</h3> : null}
          <ul>
            {seats.map(({ id, title, kind }) => {
              const told = room.attendance.find(({ seat }) => seat === id)
              const marks = [kind === 'member' ? undefined : t(`councilRoom.${kind}`), sayMark(told)].filter(Boolean)
              const deputy = told?.deputy
              return (
                <li key={id}>
                  <SaidText said={title} /> <small>{marks.join(' · ')}</small>
                  {deputy ? (
                    <small>
                      {' · '}
                      <WithKorean text={`${t('councilRoom.room.deputy')}: ${deputy}`} />
                    </small>
                  ) : null}
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </div>
  )
}

import { may } from '@ieum/desk'
import { sayDay } from '@ieum/wording'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsked } from '../../desk/client/use-asked.ts'
import { DeskPage } from '../../desk/desk-page.tsx'
import { RefusedText } from '../../desk/refused-text.tsx'
import { useWho } from '../../desk/who.ts'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { Waiting } from '../../shell/waiting.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { ofSession, PapersMenu } from '../papers/papers-menu.tsx'
import { ActionText } from '../room/minutes-draft.tsx'
import { roomOf } from '../room/requests.ts'
import { sayTime, useSessionName } from '../room/say.ts'
import type { Room } from '../room/shapes.ts'
import { SaidText } from '../said-text.tsx'
import { Told, useTold } from '../told.tsx'
import { Agenda } from './agenda.tsx'
import { ChangeSession } from './change-session.tsx'
import { Disclosure } from './disclosure.tsx'
import { SessionMinutes } from './session-minutes.tsx'
import { SessionMoves } from './session-moves.tsx'
import type { SessionPartProps } from './session-part-props.ts'
import { SessionSeats } from './session-seats.tsx'
import '../room/room.css'
import './session.css'

const route = getRouteApi('/desk/$post/sessions/$session')

/** One sitting: planned, called, its agenda in order, who comes; afterwards its minutes, and from when each item is open. */
export function SessionPage() {
  const { t } = useTranslation()
  const { post, session } = route.useParams()
  const who = useWho()
  const asked = useAsked<{ room: Room }>(who.is === 'signed in' ? roomOf(post, session).room() : undefined)
  const { value, refused, again } = asked
  const room = value?.room.id === session ? value.room : undefined
  const sessionName = useSessionName()
  const [told, tell] = useTold()
  return (
    <DeskPage
      key={session}
      post={post}
      title={room ? sessionName({ council: room.council.name, number: room.number }) : t('councilRoom.room.toSession')}
    >
      {capacity => {
        if (!room)
          return refused ? <RefusedText refused={refused} {...(refused.status !== 404 && { again })} /> : <Waiting />
        const part: SessionPartProps = {
          room,
          capacity,
          onDone: (done, pressed) => {
            tell(done, pressed)
            again()
          },
          onChanged: again,
        }
        return (
          <div className="session">
            <SessionHead {...part} />
            <PapersMenu post={post} of={{ session }} kinds={papersOf(room)} />
            {refused ? <RefusedText refused={refused} again={again} /> : null}
            <Told {...told} />
            {room.reported ? null : <SessionMoves {...part} />}
            <Agenda {...part} />
            <SessionSeats {...part} />
            {room.reported ? null : <SessionMinutes {...part} />}
            {room.reported ? null : <Papers {...part} />}
            <Disclosure {...part} />
            <SessionActions room={room} />
          </div>
        )
      }}
    </DeskPage>
  )
}

function SessionHead(part: SessionPartProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const agencyName = useAgencyName()
  const { room, capacity } = part
  const params = { post: capacity.post, session: room.id }
  return (
    <div className="session-head">
      <p className="case-state">
        <strong>{room.reported ? t('councilRoom.session.fromSources') : t(`councilRoom.states.${room.state}`)}</strong>
        {room.openedAt ? (
          <span>{t('councilRoom.room.openedAt', { time: sayTime(room.openedAt, room.timeZone) })}</span>
        ) : null}
        {room.endedAt ? (
          <span>{t('councilRoom.room.endedAt', { time: sayTime(room.endedAt, room.timeZone) })}</span>
        ) : null}
        <Link to="/desk/$post/councils/$council" params={{ post: capacity.post, council: room.council.id }}>
          <SaidText said={room.council.name} />
        </Link>
        {room.reported ? null : (
          <Link to="/desk/$post/sessions/$session/room" params={params}>
            {t('councilRoom.room.toRoom')}
          </Link>
        )}
      </p>
      <dl className="session-facts">
        <div>
          <dt>{t('councilRoom.session.when')}</dt>
          <dd>
            {sayDay(room.on, language)} {room.begins}
          </dd>
        </div>
        <div>
          <dt>{t('councilRoom.session.place')}</dt>
          <dd>{room.place ? <SaidText said={room.place} /> : t('councilRoom.session.noPlace')}</dd>
        </div>
        {room.host ? (
          <div>
            <dt>{t('councilRoom.session.host')}</dt>
            <dd>{agencyName(room.host)}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t('councilRoom.session.disclosure')}</dt>
          <dd>
            {room.openFrom
              ? t('councilRoom.session.openFrom', { day: sayDay(room.openFrom, language) })
              : t('councilRoom.session.notOpen')}
          </dd>
        </div>
      </dl>
      {room.reported ? <p>{t('councilRoom.session.reported')}</p> : null}
      <ChangeSession {...part} />
    </div>
  )
}

const SessionPapers = lazy(() => import('../follow/session-papers.tsx'))

/** Until the minutes are signed: by who keeps it, and to an item by the agency that put it there. */
function Papers({ room, capacity }: SessionPartProps) {
  const isOver = room.state === 'minuted' || room.state === 'cancelled'
  const mayBring = (item: string | null) =>
    !isOver &&
    (room.keeps ||
      (may(capacity.role, 'put on agenda', 'seated') &&
        room.items.some(
          ({ id, proposedBy }) => id === item && proposedBy.length === 1 && proposedBy[0] === capacity.agency,
        )))
  return (
    <Suspense>
      <SessionPapers post={capacity.post} session={room.id} items={room.items} mayBring={mayBring} />
    </Suspense>
  )
}

function SessionActions({ room }: { room: Room }) {
  const { t } = useTranslation()
  if (room.actions.length === 0) return null
  return (
    <section className="case-section">
      <h2>{t('councilRoom.session.actions')}</h2>
      <ul className="session-lines">
        {room.actions.map(action => (
          <li key={action.id}>
            <strong>{action.decision}</strong> <ActionText action={action} room={room} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** No minutes of what was held before this record was kept, and nothing for the press of what was cancelled. */
const papersOf = ({ reported, state }: Pick<Room, 'reported' | 'state'>) =>
  ofSession.filter(kind => !(kind === 'minutes' && reported) && !(kind === 'press' && state === 'cancelled'))

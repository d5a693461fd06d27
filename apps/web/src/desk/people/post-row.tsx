import { sayRole } from '@ieum/wording'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { goInto, useFormsInPlace } from '../../parts/use-form-in-place.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import type { ofPost } from '../client/paths.ts'
import type { Changing } from '../client/use-change.ts'
import { sayMoment } from '../say-moment.ts'
import type { AgencyPost } from './shapes.ts'
import { Successor } from './successor.tsx'

interface PostRowProps {
  of: ReturnType<typeof ofPost>
  shown: AgencyPost
  /** Other open posts of the agency. */
  others: readonly AgencyPost[]
  isAdministrator: boolean
  changing: Changing<object>
  onDone: (told: string) => void
}

const holderMoves = ['relieve', 'takeOffFactor'] as const
type HolderMove = (typeof holderMoves)[number]
const postMoves = ['appoint', 'hand-over', 'close'] as const
type PostMove = (typeof postMoves)[number]

/** One post: its holders, its open work, and what an administrator can do with it. */
export function PostRow({ of, shown, others, isAdministrator, changing, onDone }: PostRowProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const language = useLanguage()
  const { programme } = useDirectory()
  const { shown: doing, openerOf, open: start, leave, close } = useFormsInPlace<PostMove>()
  const { id, role, name, programmes, holders, invitations, open, closed } = shown
  const does = async (told: string, ...[path, body, method]: Parameters<typeof changing.send>) => {
    const isDone = (await changing.send(path, body, method)) !== undefined
    if (isDone) {
      close()
      onDone(told)
    }
    return isDone
  }
  const path = {
    relieve: (person: string) => of.holder(id, person),
    takeOffFactor: (person: string) => of.holderFactor(id, person),
  }
  return (
    <li className="agency-post" data-closed={closed || undefined}>
      <div className="agency-post-head">
        <h2>{said(name)}</h2>
        <p className="field-help">
          {said(name) === sayRole(role, language) ? null : `${sayRole(role, language)} · `}
          {programmes.length === 0
            ? t('agency.people.allProgrammes')
            : programmes.map(one => said(programme(one)?.name) || one).join(' · ')}
        </p>
      </div>
      <dl className="agency-open">
        {(['receiving', 'sending', 'overdue'] as const).map(kind => (
          <div key={kind} data-late={kind === 'overdue' && open.overdue > 0 ? true : undefined}>
            <dt>{t(`agency.people.${kind}`)}</dt>
            <dd>{open[kind]}</dd>
          </div>
        ))}
      </dl>
      <ul className="agency-holders">
        {holders.length === 0 ? <li className="field-help">{t('agency.people.vacant')}</li> : null}
        {holders.map(({ person, name, email, since }) => (
          <li key={person}>
            <span>
              <WithKorean text={name} /> {email ? <span className="field-help">{email}</span> : null}{' '}
              <span className="field-help">{t('agency.people.since', { moment: sayMoment(since, language) })}</span>
            </span>
            {isAdministrator ? (
              <HolderMoves
                email={email}
                onSend={move => does(t(`agency.people.${move}.done`), path[move](person), undefined, 'DELETE')}
              />
            ) : null}
          </li>
        ))}
        {invitations.map(({ id: invitation, email, until }) => (
          <li key={invitation}>
            <span>
              {email}{' '}
              <span className="field-help">{t('agency.people.invited', { moment: sayMoment(until, language) })}</span>
            </span>
            {isAdministrator ? (
              <button
                type="button"
                className="plain-button"
                onClick={() => void does(t('agency.people.tookBack'), of.invitation(invitation), undefined, 'DELETE')}
              >
                {t('agency.people.takeBack')}
                <span className="only-heard">: {email}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {isAdministrator ? (
        <div className="agency-moves no-print">
          {doing === 'appoint' ? (
            <Appoint
              id={id}
              onLeave={leave}
              onSend={email => void does(t('agency.people.appointed', { email }), of.holders(id), { email })}
            />
          ) : doing === 'hand-over' || doing === 'close' ? (
            <Successor
              of={shown}
              isClosing={doing === 'close'}
              others={others}
              onLeave={leave}
              onSend={to =>
                void (doing === 'close'
                  ? does(t('agency.people.isClosed'), of.closePost(id), to ? { successor: to } : {})
                  : does(t('agency.people.handedOver'), of.handOver(id), { to }))
              }
            />
          ) : (
            postMoves.map(move => (
              <button
                key={move}
                ref={openerOf(move)}
                type="button"
                className="plain-button"
                onClick={() => start(move)}
              >
                {t(`agency.people.do.${move}`)}
                <span className="only-heard">: {said(name)}</span>
              </button>
            ))
          )}
        </div>
      ) : null}
    </li>
  )
}

interface HolderMovesProps {
  email: string | undefined
  /** Whether it was done. */
  onSend: (move: HolderMove) => Promise<boolean>
}

/** What can be done with a holder, each once it was asked about. */
function HolderMoves({ email, onSend }: HolderMovesProps) {
  const { t } = useTranslation()
  const { shown: doing, openerOf, open, leave, close } = useFormsInPlace<HolderMove>()
  if (doing)
    return (
      <span ref={goInto} className="row">
        {t(`agency.people.${doing}.sure`)}
        <button
          type="button"
          className="button"
          onClick={async () => {
            if (await onSend(doing)) close()
          }}
        >
          {t(`agency.people.${doing}.do`)}
        </button>
        <button type="button" className="plain-button" onClick={leave}>
          {t('desk.leave')}
        </button>
      </span>
    )
  return (
    <span className="row">
      {holderMoves.map(move => (
        <button key={move} ref={openerOf(move)} type="button" className="plain-button" onClick={() => open(move)}>
          {t(`agency.people.${move}.do`)}
          <span className="only-heard">: {email}</span>
        </button>
      ))}
    </span>
  )
}

function Appoint({ id, onSend, onLeave }: { id: string; onSend: (email: string) => void; onLeave: () => void }) {
  const { t } = useTranslation()
  const [email, setEmail] = useState('')
  const [isWrong, setWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isMail = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(email.trim())
    setWrong(!isMail)
    if (isMail) onSend(email.trim())
    else document.getElementById(`appoint-${id}`)?.focus()
  }
  return (
    <form ref={goInto} className="agency-form" onSubmit={submit} noValidate>
      <div className="field">
        <label htmlFor={`appoint-${id}`}>{t('agency.people.email')}</label>
        {isWrong ? (
          <p id={`appoint-${id}-wrong`} className="field-wrong">
            {t('agency.people.wrongEmail')}
          </p>
        ) : null}
        <input
          id={`appoint-${id}`}
          className="entry"
          type="email"
          maxLength={254}
          value={email}
          aria-invalid={isWrong ? true : undefined}
          aria-describedby={isWrong ? `appoint-${id}-wrong` : `appoint-${id}-help`}
          onChange={event => setEmail(event.target.value)}
        />
        <p id={`appoint-${id}-help`} className="field-help">
          {t('agency.people.emailHelp')}
        </p>
      </div>
      <p className="row">
        <button type="submit" className="button">
          {t('agency.people.do.appoint')}
        </button>
        <button type="button" className="plain-button" onClick={onLeave}>
          {t('desk.leave')}
        </button>
      </p>
    </form>
  )
}

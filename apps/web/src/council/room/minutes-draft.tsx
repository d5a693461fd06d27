import { minutesItems, type Votes } from '@ieum/council'
import { sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { SaidText } from '../said-text.tsx'
import { missingFrom } from './missing-from.ts'
import { sayTime, useSessionName } from './say.ts'
import type { Action, Decision, Room } from './shapes.ts'

/** The nine items of the minutes, filled with what was captured; what is missing says so in its place. */
export function MinutesDraft({ room }: { room: Room }) {
  const { t } = useTranslation()
  const missing = missingFrom(room)
  return (
    <dl className="room-minutes">
      {minutesItems.map(item => {
        const of = missing.filter(one => one.item === item)
        return (
          <div key={item} data-missing={of.length > 0 || undefined}>
            <dt>{t(`councilRoom.draft.${item}`)}</dt>
            <dd>
              <MinutesItem item={item} room={room} />
              {of.map(({ of: itemId }) => (
                <p key={itemId ?? ''} className="room-missing">
                  <span aria-hidden="true">! </span>
                  <WithKorean
                    text={
                      itemId
                        ? t('councilRoom.draft.missingOf', {
                            item: room.items.find(({ id }) => id === itemId)?.title.ko ?? '',
                          })
                        : t('councilRoom.draft.missing')
                    }
                  />
                </p>
              ))}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function MinutesItem({ item, room }: { item: (typeof minutesItems)[number]; room: Room }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const sessionName = useSessionName()
  const { openedAt, endedAt, timeZone } = room
  switch (item) {
    case 'name':
      return (
        <p>
          <WithKorean text={sessionName({ council: room.council.name, number: room.number })} />
        </p>
      )
    case 'body':
      return (
        <p>
          <SaidText said={room.council.name} />
        </p>
      )
    case 'time and place':
      return (
        <p>
          {sayDay(room.on, language)} {openedAt ? sayTime(openedAt, timeZone) : room.begins}
          {endedAt ? `–${sayTime(endedAt, timeZone)}` : ''}
          {room.place ? (
            <>
              {' · '}
              <SaidText said={room.place} />
            </>
          ) : null}
        </p>
      )
    case 'present':
      return (
        <ul className="room-present">
          {room.attendance
            .filter(({ state }) => state === 'present')
            .map(({ seat, title, deputy }) => (
              <li key={seat}>
                {deputy ? (
                  <WithKorean text={t('councilRoom.draft.deputy', { seat: title.ko, deputy })} />
                ) : (
                  <SaidText said={title} />
                )}
              </li>
            ))}
        </ul>
      )
    case 'order':
      return (
        <ol>
          {room.items.map(({ id, from, to, title }) => (
            <li key={id}>
              {from}–{to} <SaidText said={title} />
            </li>
          ))}
        </ol>
      )
    case 'agenda':
      return (
        <ul>
          {room.items
            .filter(({ kind }) => kind !== 'opening' && kind !== 'closing')
            .map(({ id, title }) => (
              <li key={id}>
                <SaidText said={title} />
              </li>
            ))}
        </ul>
      )
    case 'gist':
      return room.items
        .filter(({ gist }) => gist)
        .map(({ id, title, gist }) => (
          <p key={id} className="room-words">
            <strong>
              <SaidText said={title} />
            </strong>{' '}
            <WithKorean text={gist ?? ''} />
          </p>
        ))
    case 'decision':
      return <Decisions room={room} />
    case 'votes':
      return room.items
        .flatMap(({ decisions }) => decisions)
        .map(decision => (
          <p key={decision.id}>
            {decision.number ?? t('councilRoom.room.noNumber')}: <VotesText votes={decision.votes} />
          </p>
        ))
  }
}

function Decisions({ room }: { room: Room }) {
  const { t } = useTranslation()
  return room.items
    .filter(({ decisions, undecided }) => decisions.length > 0 || undecided)
    .map(({ id, title, decisions, undecided }) => (
      <div key={id}>
        <p>
          <strong>
            <SaidText said={title} />
          </strong>
          {undecided ? ` — ${t('councilRoom.draft.undecided')}` : null}
        </p>
        {decisions.map(decision => (
          <DecisionText key={decision.id} decision={decision} room={room} />
        ))}
      </div>
    ))
}

/** A decision with its number, and what it gives to do. */
export function DecisionText({ decision, room }: { decision: Decision; room: Room }) {
  const { t } = useTranslation()
  const { id, number, text, supersededBy } = decision
  // Actions of a decision that is not told yet are known by it, those told by its number.
  const actions = room.actions.filter(action =>
    number === null ? action.id.startsWith(`${id}-`) : action.decision === number,
  )
  return (
    <div className="room-decision" data-waits={number === null || undefined}>
      <p>
        <strong>{number ?? t('councilRoom.room.noNumber')}</strong> <SaidText said={text} />
        {supersededBy ? <small> ({t('councilRoom.room.superseded')})</small> : null}
      </p>
      {actions.length > 0 ? (
        <ul>
          {actions.map(action => (
            <li key={action.id}>
              <ActionText action={action} room={room} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

export function ActionText({ action, room }: { action: Action; room: Room }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const agencyName = useAgencyName()
  const post = room.posts.find(({ id }) => id === action.ownerPost)
  const name = post && ((language === 'en' && post.name.en) || post.name.ko)
  const owner = [agencyName(action.ownerAgency), name].filter(Boolean).join(' ')
  const { proofWanted: proof } = action
  return (
    <WithKorean
      text={t('councilRoom.draft.actionLine', {
        title: action.title.ko,
        owner,
        due: sayDay(action.due, language),
        proof,
      })}
    />
  )
}

export function VotesText({ votes }: { votes: Votes | null }) {
  const { t } = useTranslation()
  if (!votes) return t('councilRoom.draft.missing')
  return votes.is === 'counted'
    ? t('councilRoom.room.votes', { for: votes.for, against: votes.against, abstained: votes.abstained })
    : t('councilRoom.room.withoutObjection')
}

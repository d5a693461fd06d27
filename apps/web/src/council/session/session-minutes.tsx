import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { WithKorean } from '../../parts/with-korean.tsx'
import { ConfirmButton } from '../room/confirm-button.tsx'
import { MinutesDraft } from '../room/minutes-draft.tsx'
import { roomOf } from '../room/requests.ts'
import type { SessionPartProps } from './session-part-props.ts'

/** The nine items with what is still missing; closed once nothing is, and the button says why not before. */
export function SessionMinutes({ room, capacity, onDone, onChanged }: SessionPartProps) {
  const { t } = useTranslation()
  const { send, refused } = useChange<{ state: string }>()
  const [saysWhy, setSaysWhy] = useState(false)
  const { state, missing } = room
  if (state !== 'sitting' && state !== 'ended' && state !== 'minuted') return null
  const titleOf = (id: string | undefined) => room.items.find(item => item.id === id)?.title.ko
  return (
    <section className="case-section">
      <h2>{t('councilRoom.session.minutes')}</h2>
      <p>
        <strong>
          {missing.length > 0
            ? t('councilRoom.session.minutesMissing', { count: missing.length })
            : t('councilRoom.session.minutesWhole')}
        </strong>{' '}
        {state === 'minuted' ? t('councilRoom.session.closedOn') : null}
        {state === 'sitting' ? t('councilRoom.session.notEndedYet') : null}
      </p>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      {room.moves.includes('close') ? (
        missing.length === 0 ? (
          <p className="row">
            <ConfirmButton
              what={t('councilRoom.moves.close')}
              onYes={async () => {
                const body = { move: 'close', changed: room.changed }
                const moved = await send(roomOf(capacity.post, room.id).moves, body)
                if (moved) onDone(t('councilRoom.states.minuted'))
                else onChanged()
                return moved !== undefined
              }}
            />
          </p>
        ) : (
          <>
            <p className="row">
              <button
                type="button"
                className="button quiet"
                aria-disabled="true"
                aria-describedby="minutes-lack"
                onClick={() => setSaysWhy(true)}
              >
                {t('councilRoom.moves.close')}
              </button>
            </p>
            <div id="minutes-lack" className="case-missing" role={saysWhy ? 'alert' : undefined}>
              <p>{t('councilRoom.session.cannotClose')}</p>
              <ul>
                {missing.map(({ item, of }) => (
                  <li key={`${item} ${of ?? ''}`}>
                    <strong>{t(`councilRoom.draft.${item}`)}</strong>
                    {of ? (
                      <>
                        {' — '}
                        <WithKorean text={titleOf(of) ?? ''} />
                      </>
                    ) : null}
                  </li>
                ))}
              </ul>
              {missing.some(({ item }) => item === 'decision') ? <p>{t('councilRoom.session.decideOrNot')}</p> : null}
              <p>
                <Link to="/desk/$post/sessions/$session/room" params={{ post: capacity.post, session: room.id }}>
                  {t('councilRoom.session.fillInRoom')}
                </Link>
              </p>
            </div>
          </>
        )
      ) : null}
      <MinutesDraft room={room} />
    </section>
  )
}

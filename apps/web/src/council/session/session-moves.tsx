import { useTranslation } from 'react-i18next'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { ConfirmButton } from '../room/confirm-button.tsx'
import { roomOf } from '../room/requests.ts'
import type { SessionPartProps } from './session-part-props.ts'

/** Called and cancelled here; opened and ended in the room, closed beside its minutes. */
export function SessionMoves({ room, capacity, onDone, onChanged }: SessionPartProps) {
  const { t } = useTranslation()
  const { send, refused } = useChange<{ state: string }>()
  const cancelling = {
    sure: t('councilRoom.session.cancelling.sure'),
    yes: t('councilRoom.session.cancelling.yes'),
    no: t('councilRoom.session.cancelling.no'),
  }
  const moves = (['call', 'cancel'] as const).filter(move => room.moves.includes(move))
  if (moves.length === 0 && !refused) return null
  return (
    <div className="case-moves no-print">
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <div className="case-buttons">
        {moves.map(move => (
          <ConfirmButton
            key={move}
            what={t(`councilRoom.moves.${move}`)}
            isQuiet={move === 'cancel'}
            {...(move === 'cancel' && { words: cancelling })}
            onYes={async () => {
              const moved = await send(roomOf(capacity.post, room.id).moves, { move, changed: room.changed })
              if (moved) onDone(t(`councilRoom.states.${move === 'call' ? 'called' : 'cancelled'}`))
              else onChanged()
              return moved !== undefined
            }}
          />
        ))}
      </div>
    </div>
  )
}

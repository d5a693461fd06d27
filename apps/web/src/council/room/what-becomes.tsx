import { useTranslation } from 'react-i18next'
import type { DecisionDraft } from './decision-draft.ts'
import { Fault } from './fault.tsx'
import type { RoomTask } from './shapes.ts'
import { TaskWaits } from './task-waits.tsx'

interface WhatBecomesProps {
  draft: DecisionDraft
  task: RoomTask
  isFaulty: boolean
  onChange: (part: Pick<DecisionDraft, 'move'> | Pick<DecisionDraft, 'reason'>) => void
}

/** What becomes of the task that the item is about, and why where it is stopped. */
export function WhatBecomes({ draft, task, isFaulty, onChange }: WhatBecomesProps) {
  const { t } = useTranslation()
  return (
    <>
      <TaskWaits task={task} />
      {task.moves.length > 0 ? (
        <div className="room-becomes">
          <div className="field">
            <label htmlFor="room-becomes">{t('councilRoom.room.becomes')}</label>
            <select
              id="room-becomes"
              className="entry"
              value={draft.move}
              onChange={({ target }) => onChange({ move: target.value as DecisionDraft['move'] })}
            >
              <option value="">{t('councilRoom.room.becomesNothing')}</option>
              {task.moves.map(move => (
                <option key={move} value={move}>
                  {t(`councilRoom.room.${move}`)}
                </option>
              ))}
            </select>
          </div>
          {draft.move === 'stop' ? (
            <div className="field">
              <label htmlFor="room-reason">{t('councilRoom.room.stopReason')}</label>
              <input
                id="room-reason"
                className="entry"
                maxLength={2_000}
                aria-invalid={isFaulty}
                value={draft.reason}
                onChange={({ target }) => onChange({ reason: target.value })}
              />
              <Fault shown={isFaulty}>{t('councilRoom.room.fault.reason')}</Fault>
            </div>
          ) : null}
        </div>
      ) : null}
    </>
  )
}

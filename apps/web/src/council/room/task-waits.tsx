import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import type { RoomTask } from './shapes.ts'
import { waitsFor } from './waits-for.ts'

/** Says before a decision that it cannot make the task begin yet, and whose answer is needed first. */
export function TaskWaits({ task }: { task: RoomTask }) {
  const { t } = useTranslation()
  const agencyName = useAgencyName()
  const { unanswered, refusing } = waitsFor(task)
  const named = (agencies: readonly string[]) => agencies.map(agencyName).join(' · ')
  return (
    <>
      {unanswered.length > 0 ? (
        <p className="field-help">{t('councilRoom.room.waitsForAnswer', { agencies: named(unanswered) })}</p>
      ) : null}
      {refusing.length > 0 ? (
        <p className="field-help">{t('councilRoom.room.waitsForYes', { agencies: named(refusing) })}</p>
      ) : null}
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import type { RoomTask } from './shapes.ts'

/** Why a task cannot be taken up yet whatever is decided here: who has not answered, or who said no. Nothing where it can. */
export function TaskWaits({ task: { state, moves, sides } }: { task: RoomTask }) {
  const { t } = useTranslation()
  const agencyName = useAgencyName()
  if ((state !== 'proposed' && state !== 'answered') || moves.includes('adopt')) return null
  const named = (position: null | 'cannot') =>
    sides
      .filter(side => side.position === position)
      .map(({ agency }) => agencyName(agency))
      .join(' · ')
  const [unanswered, refusing] = [named(null), named('cannot')]
  return (
    <p className="field-help">
      {unanswered ? t('councilRoom.room.waitsForAnswer', { agencies: unanswered }) : null}{' '}
      {refusing ? t('councilRoom.room.waitsForYes', { agencies: refusing }) : null}
    </p>
  )
}

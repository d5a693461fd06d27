import { isActionOver } from '@ieum/council'
import { useTranslation } from 'react-i18next'
import type { FollowedAction } from '../follow/shapes.ts'
import { tellFollowed } from '../follow/use-follow-counts.ts'
import { ActionRow, type ActionRowProps } from './action-row.tsx'
import { inOrder } from './turn-of.ts'
import '../follow/follow.css'
import './actions.css'

export interface ActionsProps extends Omit<ActionRowProps, 'action'> {
  actions: readonly FollowedAction[]
  /** Said where nothing is open. */
  none: string
}

/** What is still to do, late first; what is over can be opened. */
export function Actions({ actions, none, onDone, ...of }: ActionsProps) {
  const { t } = useTranslation()
  const row = {
    ...of,
    onDone: (told: string) => {
      tellFollowed()
      onDone(told)
    },
  }
  const open = inOrder(actions.filter(action => !isActionOver(action)))
  const over = actions.filter(isActionOver)
  return (
    <>
      {open.length === 0 ? (
        <p className="desk-nothing">{none}</p>
      ) : (
        <>
          {/* Days to a session beside them are days of the calendar. */}
          {of.on === 'everything' ? null : <p className="field-help">{t('desk.inbox.daysMean')}</p>}
          <Rows actions={open} {...row} />
        </>
      )}
      {over.length > 0 ? (
        <details>
          <summary>{t('follow.over', { count: over.length })}</summary>
          <Rows actions={over} {...row} />
        </details>
      ) : null}
    </>
  )
}

function Rows({ actions, ...row }: Omit<ActionsProps, 'none'>) {
  return (
    <ul className="actions">
      {actions.map(action => (
        <ActionRow key={action.id} action={action} {...row} />
      ))}
    </ul>
  )
}

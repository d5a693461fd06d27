import { useTranslation } from 'react-i18next'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { followPaths } from '../follow/follow-paths.ts'
import type { FollowedAction } from '../follow/shapes.ts'

interface ActionMovesProps {
  post: string
  action: FollowedAction
  title: string
  isStale: boolean
  onOpen: (form: 'report' | 'return') => void
  onNodded: () => void
  onChanged: () => void
}

/** A nod says nothing and is one click; a report and a word on what is missing open a form. */
export function ActionMoves({ post, action, title, isStale, onOpen, onNodded, onChanged }: ActionMovesProps) {
  const { t } = useTranslation()
  const { isSending, refused, send } = useChange<object>({ isStale, onChanged })
  const { id, moves, changed } = action
  if (moves.length === 0) return null
  const nod = async () => {
    if (await send(followPaths(post).moveAction(id), { move: 'nod', changed })) onNodded()
  }
  const ofIt = <span className="only-heard">: {title}</span>
  return (
    <>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <p className="row no-print">
        {moves.includes('report') ? (
          <button type="button" className="button" disabled={isStale} onClick={() => onOpen('report')}>
            {t('follow.report.open')}
            {ofIt}
          </button>
        ) : null}
        {moves.includes('nod') ? (
          <button
            type="button"
            className="button"
            disabled={isStale}
            aria-disabled={isSending}
            onClick={() => void nod()}
          >
            {t('follow.nod')}
            {ofIt}
          </button>
        ) : null}
        {moves.includes('return') ? (
          <button type="button" className="button quiet" disabled={isStale} onClick={() => onOpen('return')}>
            {t('follow.return.open')}
            {ofIt}
          </button>
        ) : null}
      </p>
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { BringFile } from '../follow/bring-file.tsx'
import { followPaths } from '../follow/follow-paths.ts'
import { PaperList } from '../follow/paper-list.tsx'
import type { FollowedAction } from '../follow/shapes.ts'
import { Told, useTold } from '../told.tsx'

interface ProofProps {
  post: string
  action: FollowedAction
  title: string
  onChanged: () => void
}

/** The papers that prove an action: who is to report it attaches them, wherever the action stands. */
export function Proof({ post, action: { id, moves, papers }, title, onChanged }: ProofProps) {
  const { t } = useTranslation()
  const [told, tell] = useTold()
  const isReporter = moves.includes('report')
  if (papers.length === 0 && !isReporter) return null
  return (
    <div className="action-proof">
      {papers.length > 0 ? <h4>{t('follow.papers')}</h4> : null}
      <PaperList
        post={post}
        papers={papers}
        onRemoved={
          isReporter
            ? ({ name }) => {
                tell(t('follow.paper.removed', { name }))
                onChanged()
              }
            : undefined
        }
      />
      {isReporter ? (
        <BringFile
          path={followPaths(post).proofs(id)}
          to={title}
          onBrought={({ name }) => {
            tell(t('follow.paper.sent', { name }), 'stays')
            onChanged()
          }}
        />
      ) : null}
      <Told {...told} />
    </div>
  )
}

import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { Way } from '../../desk/way.tsx'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { followPaths } from './follow-paths.ts'
import type { ActionAsks, FollowedAction } from './shapes.ts'

interface LinkAskedProps {
  post: string
  action: Pick<FollowedAction, 'id' | 'link' | 'mayDraftLink' | 'state'>
  asks: Extract<ActionAsks, { is: 'link' }>
}

const again = new Set(['refused', 'withdrawn', 'ended'])

/** The link that a decision asks for: how far it has come, and one click to draw it up. */
export function LinkAsked({ post, action: { id, link, mayDraftLink }, asks }: LinkAskedProps) {
  const { t } = useTranslation()
  const { programme } = useDirectory()
  const agencyOf = (of: string) => programme(of)?.agency ?? ''
  return (
    <div className="follow-link" data-state={link?.state}>
      <p>{link ? t(`follow.link.state.${link.state}`) : t('follow.link.asked')}</p>
      <p>
        <Way
          from={{ agency: agencyOf(asks.fromProgramme), programme: asks.fromProgramme }}
          to={{ agency: agencyOf(asks.toProgramme), programme: asks.toProgramme }}
        />
      </p>
      {link?.agreement ? (
        <p>
          <Link to="/desk/$post/links/$agreement" params={{ post, agreement: link.agreement }}>
            {t('follow.link.open')}
          </Link>
        </p>
      ) : null}
      {mayDraftLink ? <DraftLink post={post} action={id} /> : null}
      {!mayDraftLink && (!link || again.has(link.state)) ? <p className="field-help">{t('follow.link.who')}</p> : null}
    </div>
  )
}

/** Drawn up with its programmes, task and basis; then its terms, for who completes them. */
function DraftLink({ post, action }: { post: string; action: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { isSending, refused, send } = useChange<{ agreement: string }>()
  const draft = async () => {
    const drafted = await send(followPaths(post).linkOfAction(action))
    if (drafted)
      await navigate({ to: '/desk/$post/links/$agreement/terms', params: { post, agreement: drafted.agreement } })
  }
  return (
    <>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <p className="row no-print">
        <button type="button" className="button" aria-disabled={isSending} onClick={() => void draft()}>
          {t(isSending ? 'follow.link.drafting' : 'follow.link.draft')}
        </button>
      </p>
    </>
  )
}

import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import type { FollowedAction } from './shapes.ts'
import './follow.css'

interface ActionFollowProps {
  post: string
  action: Pick<FollowedAction, 'id' | 'supersededBy' | 'proof' | 'link' | 'state'>
}

/** Beside an action wherever it stands: what came of it, and the way to where its proof is attached. */
export function ActionFollow({ post, action: { id, supersededBy, proof, link, state } }: ActionFollowProps) {
  const { t } = useTranslation()
  return (
    <>
      {supersededBy ? <p className="follow-warning">{t('follow.superseded', { number: supersededBy })}</p> : null}
      {proof ? (
        <p>
          {t('follow.proof')}: <WithKorean text={proof} />
        </p>
      ) : null}
      {link ? (
        <p>
          {t(`follow.link.state.${link.state}`)}{' '}
          {link.agreement ? (
            <Link to="/desk/$post/links/$agreement" params={{ post, agreement: link.agreement }}>
              {t('follow.link.open')}
            </Link>
          ) : null}
        </p>
      ) : null}
      {state === 'open' || state === 'reported' ? (
        <p>
          <Link to="/desk/$post/actions" params={{ post }} hash={id}>
            {t('follow.openHere')}
          </Link>
        </p>
      ) : null}
    </>
  )
}

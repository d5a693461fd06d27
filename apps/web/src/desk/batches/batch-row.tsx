import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VerdictSign } from '../../parts/verdict-mark.tsx'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { ofPost } from '../client/paths.ts'
import type { Batch } from '../client/shapes.ts'
import { useChange } from '../client/use-change.ts'
import { RefusedText } from '../refused-text.tsx'
import { sayMoment } from '../say-moment.ts'
import { Done } from './done.tsx'

interface BatchRowProps {
  batch: Batch
  post: string
  mayDecide: boolean
  onChanged: () => void
}

const standings = { proposed: 'soon', approved: 'now', refused: 'not' } as const

export function BatchRow({ batch, post, mayDecide, onChanged }: BatchRowProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { isSending, refused, send } = useChange<{ is: 'approved' | 'refused'; drafted: number; leftOut: number }>()
  const [told, setTold] = useState<string>()
  const { name, reason, state, firms, proposedAt, own } = batch
  const decide = async (decision: 'approve' | 'refuse') => {
    const done = await send(ofPost(post).decideBatch(batch.id), { decision })
    if (!done) return
    setTold(
      done.is === 'approved'
        ? t('desk.batches.approved', { count: done.drafted, leftOut: done.leftOut })
        : t('desk.batches.refused'),
    )
    onChanged()
  }
  return (
    <li className="desk-batch">
      <h3>
        <WithKorean text={name} />
      </h3>
      <p>
        <span className="verdict-mark" data-standing={standings[state]}>
          <VerdictSign standing={standings[state]} />
          {t(`desk.batches.state.${state}`)}
        </span>{' '}
        {t('desk.batches.firms', { count: firms })} · {sayMoment(proposedAt, language)}
      </p>
      <p className="field-help">
        <WithKorean text={reason} />
      </p>
      {told ? <Done text={told} /> : null}
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      {state === 'proposed' && mayDecide ? (
        own ? (
          <p className="field-help">{t('desk.batches.own')}</p>
        ) : (
          <p className="row">
            <button type="button" className="button" aria-disabled={isSending} onClick={() => void decide('approve')}>
              {t('desk.batches.approve')}
            </button>
            <button
              type="button"
              className="button quiet"
              aria-disabled={isSending}
              onClick={() => void decide('refuse')}
            >
              {t('desk.batches.refuse')}
            </button>
          </p>
        )
      ) : null}
    </li>
  )
}

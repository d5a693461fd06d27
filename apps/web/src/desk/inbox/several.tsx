import { may, type ReferralMove, type ReferralState } from '@ieum/desk'
import { sayReferralMove } from '@ieum/wording'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../words/use-language.ts'
import { change, Refused } from '../client/ask.ts'
import { ofPost } from '../client/paths.ts'
import type { Moved, PostCapacity, ReferralLine } from '../client/shapes.ts'
import './several.css'

/** Moves that need no reason and no second look, so that they can be made of many at once; by box and state. */
const together: Readonly<Record<'in' | 'out', Partial<Record<ReferralState, ReferralMove>>>> = {
  in: { sent: 'receive', received: 'review' },
  out: { consented: 'send' },
}

/** Whether the post makes such moves at all. */
export const mayDoSeveral = ({ role }: PostCapacity, box: 'in' | 'out'): boolean =>
  box === 'in' ? may(role, 'answer referral', 'consent-active') : may(role, 'send referral', 'referral-sent')

interface SeveralProps {
  capacity: PostCapacity
  box: 'in' | 'out'
  lines: readonly ReferralLine[]
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
  /** Undefined while it begins anew. */
  onDone: (outcome: Outcome | undefined) => void
}

export interface Outcome {
  readonly move: ReferralMove
  readonly done: number
  readonly failed: readonly string[]
}

/** What can be done with the cases that are chosen, each by itself: one that cannot be done keeps no other back. */
export function Several({ capacity: { post }, box, lines, chosen, onChoose, onDone }: SeveralProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [underWay, setUnderWay] = useState(false)
  const picked = lines.filter(({ id }) => chosen.has(id))
  const moves = new Map<ReferralMove, readonly ReferralLine[]>()
  for (const line of picked) {
    const move = together[box][line.state]
    if (move) moves.set(move, [...(moves.get(move) ?? []), line])
  }
  const left = picked.length - [...moves.values()].flat().length

  const doIt = async (move: ReferralMove, those: readonly ReferralLine[]) => {
    if (underWay) return
    setUnderWay(true)
    onDone(undefined)
    const failed: string[] = []
    for (const { id, number, changed } of those)
      try {
        await change<Moved>(ofPost(post).move(id), { move, changed })
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        failed.push(number)
      }
    setUnderWay(false)
    onChoose(new Set())
    onDone({ move, done: those.length - failed.length, failed })
  }
  return (
    <div className="desk-several no-print">
      <label className="choice">
        <input
          type="checkbox"
          checked={picked.length > 0 && picked.length === lines.length}
          onChange={event => onChoose(new Set(event.target.checked ? lines.map(({ id }) => id) : []))}
        />
        {t('desk.several.all')}
      </label>
      {picked.length === 0 ? (
        <span className="field-help">{t(box === 'in' ? 'desk.several.none' : 'desk.several.noneOut')}</span>
      ) : (
        <>
          <strong>{t('desk.several.chosen', { count: picked.length })}</strong>
          {[...moves].map(([move, those]) => (
            <button
              key={move}
              type="button"
              className="button"
              aria-disabled={underWay}
              onClick={() => void doIt(move, those)}
            >
              {underWay
                ? t('desk.sending')
                : t('desk.several.do', { move: sayReferralMove(move, language), count: those.length })}
            </button>
          ))}
          <button type="button" className="plain-button" onClick={() => onChoose(new Set())}>
            {t('desk.several.clear')}
          </button>
          {left > 0 ? <span className="field-help">{t('desk.several.left', { count: left })}</span> : null}
        </>
      )}
    </div>
  )
}

/** Stays when the cases that were done stand in the list no more. */
export function SeveralTold({ outcome }: { outcome: Outcome | undefined }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const told = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (outcome) told.current?.focus()
  }, [outcome])
  return (
    <p ref={told} tabIndex={-1} role="status" className={outcome ? 'case-told' : 'only-heard'}>
      {outcome ? (
        <>
          {t('desk.several.done', { move: sayReferralMove(outcome.move, language), count: outcome.done })}{' '}
          {outcome.failed.length > 0
            ? `${t('desk.several.failed', { count: outcome.failed.length })} (${t('desk.several.changed')}: ${outcome.failed.join(', ')})`
            : null}
        </>
      ) : null}
    </p>
  )
}

import type { ReferralMove } from '@ieum/desk'
import { sayReferralMove, sayReferralState } from '@ieum/wording'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../words/use-language.ts'
import type { Case } from '../client/shapes.ts'
import { useKeys, useKeysAreOn } from '../keys.ts'
import { MoveForm } from './move-form.tsx'
import { keyOf } from './move-keys.ts'
import { RerouteForm } from './reroute-form.tsx'

interface CaseMovesProps {
  shown: Case
  post: string
  /** The case is being read anew. */
  isStale: boolean
  /** What the last move came to. */
  told: string | undefined
  onTold: (told: string | undefined) => void
  onChanged: () => void
}

/** What can be done now, by button or by its key; one form at a time. */
export function CaseMoves({ shown, post, isStale, told, onTold, onChanged }: CaseMovesProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const keysAreOn = useKeysAreOn()
  const [open, setOpen] = useState<ReferralMove>()
  const opener = useRef<ReferralMove>(undefined)
  const bar = useRef<HTMLDivElement>(null)
  const result = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (told !== undefined) result.current?.focus()
  }, [told])

  const begin = (move: ReferralMove) => {
    onTold(undefined)
    opener.current = move
    setOpen(move)
  }
  const leave = () => {
    setOpen(undefined)
    // The button stands again in the next frame, unless the move is gone.
    requestAnimationFrame(() => {
      const buttons = [...(bar.current?.querySelectorAll<HTMLElement>('[data-move]') ?? [])]
      ;(buttons.find(({ dataset }) => dataset.move === opener.current) ?? buttons[0])?.focus()
    })
  }
  const done = (text: string) => {
    setOpen(undefined)
    onTold(text)
    onChanged()
  }

  useKeys(
    open || isStale
      ? {}
      : Object.fromEntries(
          shown.moves.flatMap(({ move }) => (keyOf[move] ? [[`Key${keyOf[move]}`, () => begin(move)]] : [])),
        ),
  )

  const asked = open && (shown.moves.find(({ move }) => move === open) ?? { move: open, reasons: [] })
  return (
    <section className="case-moves no-print" aria-label={t('desk.case.moves')}>
      <p ref={result} tabIndex={-1} role="status" className="case-told">
        {told}
      </p>
      {asked ? (
        asked.move === 're-route' ? (
          <RerouteForm
            shown={shown}
            post={post}
            isStale={isStale}
            onLeave={leave}
            onDone={done}
            onChanged={onChanged}
          />
        ) : (
          <MoveForm
            key={asked.move}
            shown={shown}
            post={post}
            asked={asked}
            isStale={isStale}
            onLeave={leave}
            onDone={state =>
              done(t('desk.case.nowStands', { number: shown.number, state: sayReferralState(state, language) }))
            }
            onChanged={onChanged}
          />
        )
      ) : shown.moves.length > 0 ? (
        <div className="case-buttons" ref={bar}>
          {inOrder(shown.moves).map(({ move }) => (
            <button
              key={move}
              type="button"
              data-move={move}
              className={onwards.includes(move) ? 'button' : 'button quiet'}
              aria-keyshortcuts={keysAreOn ? keyOf[move] : undefined}
              disabled={isStale}
              onClick={() => begin(move)}
            >
              {sayReferralMove(move, language)}
              {keysAreOn && keyOf[move] ? (
                <span className="key" aria-hidden="true">
                  {keyOf[move]}
                </span>
              ) : null}
            </button>
          ))}
        </div>
      ) : (
        <p className="case-no-moves">{t('desk.case.noMoves')}</p>
      )}
    </section>
  )
}

/** What leads on stands first; what stops, asks back or takes back stands beside it. */
const onwards: readonly ReferralMove[] = [
  'send',
  'resend',
  'receive',
  'review',
  'accept',
  'enrol',
  'complete',
  're-route',
]

const inOrder = (moves: Case['moves']): Case['moves'] =>
  moves.toSorted((a, b) => Number(onwards.includes(b.move)) - Number(onwards.includes(a.move)))

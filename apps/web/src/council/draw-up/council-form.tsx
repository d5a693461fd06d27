import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import type { Refused } from '../../desk/client/ask.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { KindFields } from './kind-fields.tsx'
import { NameFields } from './name-fields.tsx'
import { RuleFields } from './rule-fields.tsx'
import { SeatRows } from './seat-rows.tsx'
import { type CouncilTyped, wrongIn, wrongOf } from './typed.ts'
import { WrongSummary } from './wrong-summary.tsx'

interface CouncilFormProps {
  start: CouncilTyped
  /** The agency that keeps it. */
  own: string
  /** Of what kind it is, and since when, is said once. */
  isNew: boolean
  isSending: boolean
  refused: Refused | undefined
  /** What was refused was said of what stood there before. */
  onTyped: () => void
  /** Nothing where it was refused: what was typed stays. */
  onSend: (typed: CouncilTyped) => Promise<boolean>
  save: string
  /** The way out. */
  leave: ReactNode
}

/** A council as it is typed. */
export function CouncilForm({ start, own, isNew, isSending, refused, onTyped, onSend, save, leave }: CouncilFormProps) {
  const { t } = useTranslation()
  const on = useOn()
  const [typed, setTyped] = useState(start)
  const [tries, setTries] = useState(0)
  const summary = useRef<HTMLDivElement>(null)
  const seen = wrongIn(typed, { own, on })
  const wrongs = seen.length > 0 ? (tries > 0 ? seen : []) : wrongOf(refused?.fields ?? [])
  // What is wrong has been drawn by then, also what the server said.
  useEffect(() => {
    if (tries > 0) summary.current?.focus()
  }, [tries])
  const change = (changed: Partial<CouncilTyped>) => {
    setTyped({ ...typed, ...changed })
    onTyped()
  }
  const wrongAt = (field: string): string | undefined => {
    const found = wrongs.find(one => one.field === field)
    return found && t(`councilDrawUp.wrong.${found.wrong}`)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const isDone = seen.length === 0 && (await onSend(typed))
    if (!isDone) setTries(tries + 1)
  }
  const part = { typed, change, wrongAt }
  return (
    <form className="desk-form draw-up" noValidate onSubmit={event => void submit(event)}>
      {wrongs.length > 0 ? (
        <WrongSummary wrongs={wrongs} ref={summary} />
      ) : refused ? (
        <RefusedText refused={refused} takesFocus />
      ) : null}
      <NameFields {...part} isNew={isNew} />
      {isNew ? <KindFields {...part} /> : null}
      <SeatRows
        seats={typed.seats}
        onSeats={seats => change({ seats })}
        isBody={typed.kind === 'consultative'}
        wrongAt={wrongAt}
      />
      <RuleFields {...part} />
      <p className="row">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? t('desk.sending') : save}
        </button>
        {leave}
      </p>
    </form>
  )
}

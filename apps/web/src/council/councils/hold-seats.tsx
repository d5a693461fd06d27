import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ofPost } from '../../desk/client/paths.ts'
import type { Post, PostCapacity } from '../../desk/client/shapes.ts'
import { useAsked } from '../../desk/client/use-asked.ts'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useSaid } from '../../words/use-language.ts'
import { councilsOf } from '../client/paths.ts'
import type { Seat } from '../client/shapes.ts'
import { SaidText } from '../said-text.tsx'

interface HoldSeatsProps {
  council: string
  /** Those of the own agency. */
  seats: readonly Seat[]
  capacity: PostCapacity
  onLeave: () => void
  onDone: () => void
}

interface SeatHolder {
  readonly seat: string
  readonly holder: string | null
}

type Wrong = 'seat' | 'holder'

/** Which post of the agency holds which of its seats: all of it is saved, or nothing. */
export function HoldSeats({ council, seats, capacity: { post }, onLeave, onDone }: HoldSeatsProps) {
  const { t } = useTranslation()
  const { value, refused: notCome, again } = useAsked<{ posts: readonly Post[] }>(ofPost(post).posts)
  const { isSending, refused, send, forget } = useChange()
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  /** What a refusal speaks of, by its place. */
  const [sent, setSent] = useState<readonly SeatHolder[]>([])
  const form = useRef<HTMLFormElement>(null)
  const isThere = value !== undefined
  useEffect(() => {
    if (isThere) form.current?.querySelector('select')?.focus()
  }, [isThere])
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLSelectElement>('[aria-invalid]')?.focus()
  }, [refused])
  if (!value) return notCome ? <RefusedText refused={notCome} again={again} /> : <Waiting />
  const holders: readonly SeatHolder[] = seats.flatMap(({ id, holder }) => {
    const next = chosen[id] ?? holder?.post ?? ''
    return next === (holder?.post ?? '') ? [] : [{ seat: id, holder: next || null }]
  })
  const wrongAt = (seat: string): Wrong | undefined => {
    const at = `/holders/${sent.findIndex(one => one.seat === seat)}/`
    return (['seat', 'holder'] as const).find(part => refused?.fields.some(({ field }) => field === at + part))
  }
  const isAnyWrong = seats.some(({ id }) => wrongAt(id))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSent(holders)
    if (holders.length === 0 || (await send(councilsOf(post).holders(council), { holders }, 'PATCH'))) onDone()
  }
  return (
    <form ref={form} className="case-form" onSubmit={event => void submit(event)}>
      <p className="field-help">{t('councilDesk.council.holdHelp')}</p>
      {seats.map(seat => (
        <SeatField
          key={seat.id}
          seat={seat}
          chosen={chosen[seat.id] ?? seat.holder?.post ?? ''}
          posts={value.posts}
          wrong={wrongAt(seat.id)}
          onChoose={post => {
            setChosen({ ...chosen, [seat.id]: post })
            forget()
          }}
        />
      ))}
      {isAnyWrong ? (
        <p role="alert" className="field-wrong">
          {t('councilDesk.council.holdFaulty')}
        </p>
      ) : refused ? (
        <RefusedText refused={refused} takesFocus />
      ) : null}
      <p className="row">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t(isSending ? 'desk.sending' : 'councilDesk.council.holdSave')}
        </button>
        <button type="button" className="button quiet" onClick={onLeave}>
          {t('desk.leave')}
        </button>
      </p>
    </form>
  )
}

interface SeatFieldProps {
  seat: Seat
  /** Id of a post; empty for none. */
  chosen: string
  posts: readonly Post[]
  wrong: Wrong | undefined
  onChoose: (post: string) => void
}

function SeatField({ seat: { id, title }, chosen, posts, wrong, onChoose }: SeatFieldProps) {
  const { t } = useTranslation()
  const said = useSaid()
  return (
    <div className="field">
      <label htmlFor={`holder-${id}`}>
        <SaidText said={title} />
      </label>
      {wrong ? (
        <p id={`holder-${id}-wrong`} className="field-wrong">
          {t(`councilDesk.council.holdWrong.${wrong}`)}
        </p>
      ) : null}
      <select
        id={`holder-${id}`}
        className="entry"
        value={chosen}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `holder-${id}-wrong` : undefined}
        onChange={({ target }) => onChoose(target.value)}
      >
        <option value="">{t('councilDesk.council.nobody')}</option>
        {posts.map(({ id: one, name }) => (
          <option key={one} value={one}>
            {said(name)}
          </option>
        ))}
      </select>
    </div>
  )
}

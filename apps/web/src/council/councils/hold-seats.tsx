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

/** Which post of the agency holds which of its seats. */
export function HoldSeats({ council, seats, capacity: { post }, onLeave, onDone }: HoldSeatsProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const { value, refused: notCome, again } = useAsked<{ posts: readonly Post[] }>(ofPost(post).posts)
  const { isSending, refused, send } = useChange()
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const form = useRef<HTMLFormElement>(null)
  const isThere = value !== undefined
  useEffect(() => {
    if (isThere) form.current?.querySelector('select')?.focus()
  }, [isThere])
  if (!value) return notCome ? <RefusedText refused={notCome} again={again} /> : <Waiting />
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    for (const { id, holder } of seats) {
      const next = chosen[id] ?? holder?.post ?? ''
      if (next === (holder?.post ?? '')) continue
      const done = await send(councilsOf(post).holder(council, id), { holder: next || null }, 'PUT')
      if (!done) return
    }
    onDone()
  }
  return (
    <form ref={form} className="case-form" onSubmit={event => void submit(event)}>
      <p className="field-help">{t('councilDesk.council.holdHelp')}</p>
      {seats.map(({ id, title, holder }) => (
        <div key={id} className="field">
          <label htmlFor={`holder-${id}`}>
            <SaidText said={title} />
          </label>
          <select
            id={`holder-${id}`}
            className="entry"
            value={chosen[id] ?? holder?.post ?? ''}
            onChange={({ target }) => setChosen({ ...chosen, [id]: target.value })}
          >
            <option value="">{t('councilDesk.council.nobody')}</option>
            {value.posts.map(({ id: one, name }) => (
              <option key={one} value={one}>
                {said(name)}
              </option>
            ))}
          </select>
        </div>
      ))}
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
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

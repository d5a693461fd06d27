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

/** Which post of the agency holds which of its seats: all of it is saved, or nothing. */
export function HoldSeats({ council, seats, capacity: { post }, onLeave, onDone }: HoldSeatsProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const { value, refused: notCome, again } = useAsked<{ posts: readonly Post[] }>(ofPost(post).posts)
  const { isSending, refused, send, forget } = useChange()
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const form = useRef<HTMLFormElement>(null)
  const isThere = value !== undefined
  useEffect(() => {
    if (isThere) form.current?.querySelector('select')?.focus()
  }, [isThere])
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLSelectElement>('[aria-invalid]')?.focus()
  }, [refused])
  if (!value) return notCome ? <RefusedText refused={notCome} again={again} /> : <Waiting />
  const holders = seats.flatMap(({ id, holder }) => {
    const next = chosen[id] ?? holder?.post ?? ''
    return next === (holder?.post ?? '') ? [] : [{ seat: id, holder: next || null }]
  })
  // What was refused is forgotten with the next choice: until then these are the ones that were sent.
  const wrongAt = (seat: string): 'seat' | 'holder' | undefined => {
    const at = `/holders/${holders.findIndex(one => one.seat === seat)}/`
    return (['seat', 'holder'] as const).find(part => refused?.fields.some(({ field }) => field === at + part))
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (holders.length === 0 || (await send(councilsOf(post).holders(council), { holders }, 'PATCH'))) onDone()
  }
  return (
    <form ref={form} className="case-form" onSubmit={event => void submit(event)}>
      <p className="field-help">{t('councilDesk.council.holdHelp')}</p>
      {seats.map(({ id, title, holder }) => {
        const wrong = wrongAt(id)
        return (
          <div key={id} className="field">
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
              value={chosen[id] ?? holder?.post ?? ''}
              aria-invalid={wrong ? true : undefined}
              aria-describedby={wrong ? `holder-${id}-wrong` : undefined}
              onChange={({ target }) => {
                setChosen({ ...chosen, [id]: target.value })
                forget()
              }}
            >
              <option value="">{t('councilDesk.council.nobody')}</option>
              {value.posts.map(({ id: one, name }) => (
                <option key={one} value={one}>
                  {said(name)}
                </option>
              ))}
            </select>
          </div>
        )
      })}
      {seats.some(({ id }) => wrongAt(id)) ? (
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

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTaking } from './client/take-file.ts'
import { PurposeField, shortestPurpose } from './purpose-field.tsx'
import { RefusedText } from './refused-text.tsx'
import './take-away.css'

interface TakeAwayProps {
  /** What it is folded under; left out, it stands open. */
  title?: string
  /** Said before anything is taken: what the file holds, and what it does not. */
  holds: ReactNode
  path: string
  formats: readonly { readonly format: string | undefined; readonly name: string }[]
  /** What is sent beside the purpose and the format; undefined while it cannot be. */
  asked: object | undefined
  /** Further fields. */
  children?: ReactNode
}

/** A file is taken away only with what it is for. */
export function TakeAway({ title, holds, path, formats, asked, children }: TakeAwayProps) {
  const { t } = useTranslation()
  const [purpose, setPurpose] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [taken, setTaken] = useState<string>()
  const { isSending, refused, take } = useTaking()
  const form = useRef<HTMLFormElement>(null)
  const told = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (taken) told.current?.focus()
  }, [taken])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isSending || !asked) return
    const pressed = (event.nativeEvent as SubmitEvent).submitter?.dataset.format
    const { format } = formats.find(one => one.format === pressed) ?? formats[0]!
    setTaken(undefined)
    if (purpose.trim().length < shortestPurpose) {
      setWrong(true)
      form.current?.querySelector<HTMLElement>('[data-purpose]')?.focus()
      return
    }
    setWrong(false)
    setTaken(await take(path, { ...asked, purpose: purpose.trim(), ...(format && { format }) }))
  }
  const asking = (
    <form className="desk-form" ref={form} onSubmit={event => void submit(event)} noValidate>
      <div className="field-help">{holds}</div>
      {children}
      <PurposeField purpose={purpose} isWrong={isWrong} onChange={setPurpose} />
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <p className="row">
        {formats.map(({ format, name }) => (
          <button
            key={format ?? name}
            type="submit"
            className="button quiet"
            data-format={format}
            aria-disabled={isSending || !asked}
          >
            {isSending ? t('desk.sending') : name}
          </button>
        ))}
      </p>
      <p ref={told} tabIndex={-1} role="status" className={taken ? 'case-told' : 'only-heard'}>
        {taken ? t('desk.take.taken', { name: taken }) : null}
      </p>
    </form>
  )
  return title === undefined ? (
    <div className="take-away">{asking}</div>
  ) : (
    <details className="take-away no-print">
      <summary>{title}</summary>
      {asking}
    </details>
  )
}

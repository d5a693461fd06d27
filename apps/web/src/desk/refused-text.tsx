import { Link, useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from './client/ask.ts'
import { useRefusalWords } from './use-refusal-words.ts'

interface RefusedTextProps {
  refused: Refused
  again?: (() => void) | undefined
  /** Of what was being sent: the message takes the focus. */
  takesFocus?: boolean
  children?: ReactNode
}

/** What did not happen, what was kept, and the next step. */
export function RefusedText({ refused, again, takesFocus = false, children }: RefusedTextProps) {
  const { t } = useTranslation()
  const { title, text, fields } = useRefusalWords()(refused)
  const { pathname, searchStr } = useLocation()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus && refused) box.current?.focus()
  }, [takesFocus, refused])
  return (
    <div role="alert" className="desk-refused" ref={box} tabIndex={-1}>
      <p>
        <strong>{title}</strong> {text}
      </p>
      {fields.length > 0 ? (
        <ul>
          {fields.map(field => (
            <li key={field}>{field}</li>
          ))}
        </ul>
      ) : null}
      {children}
      {isSignedOut(refused) ? (
        <p>
          <Link to="/sign-in" search={{ to: pathname + searchStr }}>
            {t('signIn.title')}
          </Link>
        </p>
      ) : null}
      {again ? (
        <button type="button" className="button quiet" onClick={again}>
          {t('shell.again')}
        </button>
      ) : null}
    </div>
  )
}

/** A wrong password or code is refused with 401 too. */
const isSignedOut = ({ status, code }: Refused): boolean =>
  status === 401 && (code === undefined || code === 'not-signed-in')

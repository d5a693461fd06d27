import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { WrongField } from './use-fields.ts'

/** Everything that has to be mended, above the form; it takes the focus when it comes, and leads to each field. */
export function WrongFields({ wrong }: { wrong: readonly WrongField[] }) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (wrong.length > 0) box.current?.focus()
  }, [wrong])
  if (wrong.length === 0) return null
  return (
    <div ref={box} tabIndex={-1} role="alert" className="wrong-fields">
      <strong>{t('desk.refused.fields.title')}</strong>
      <ul>
        {wrong.map(({ id, text }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={event => {
                // The part of the address behind `#` may hold the token of a letter: it stays.
                event.preventDefault()
                document.getElementById(id)?.focus()
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

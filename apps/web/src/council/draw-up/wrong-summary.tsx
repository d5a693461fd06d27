import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { idOf, seatNumberOf, type WrongAt } from './typed.ts'

interface WrongSummaryProps {
  wrongs: readonly WrongAt[]
  ref: Ref<HTMLDivElement>
}

/** All that is wrong in one place, each a way to its field. */
export function WrongSummary({ wrongs, ref }: WrongSummaryProps) {
  const { t } = useTranslation()
  return (
    <div role="alert" className="desk-refused" ref={ref} tabIndex={-1}>
      <p>
        <strong>{t('councilDrawUp.wrong.summary', { count: wrongs.length })}</strong>
      </p>
      <ul>
        {wrongs.map(({ field, wrong }) => {
          const number = seatNumberOf(field)
          const words = t(`councilDrawUp.wrong.${wrong}`)
          return (
            <li key={`${field} ${wrong}`}>
              <a
                href={`#${idOf(field)}`}
                onClick={event => {
                  event.preventDefault()
                  document.getElementById(idOf(field))?.focus()
                }}
              >
                {number === undefined ? words : t('councilDrawUp.wrong.ofSeat', { number, wrong: words })}
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

import { Link } from '@tanstack/react-router'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../parts/with-korean.tsx'
import { type ClosingLine, nameOf } from './shapes.ts'
import { useClosingWords } from './use-closing-words.ts'

const most = 8

/** Every word that was typed stands somewhere in the name; blanks in the name do not count. Names that begin so come first. */
export function foundIn(municipalities: readonly ClosingLine[], typed: string): readonly ClosingLine[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const rank = ({ name, region }: ClosingLine) => ([name, region].some(part => part?.startsWith(words.at(-1)!)) ? 0 : 1)
  return municipalities
    .filter(line => words.every(word => nameOf(line).toLowerCase().replaceAll(' ', '').includes(word)))
    .toSorted((a, b) => rank(a) - rank(b))
}

/** "우리 동네 마트 언제 쉬나": a name is typed, and the next closing days stand there. */
export function ClosingSearch({ municipalities }: { municipalities: readonly ClosingLine[] }) {
  const { t } = useTranslation()
  const words = useClosingWords()
  const id = useId()
  const [typed, setTyped] = useState('')
  const found = useMemo(() => foundIn(municipalities, typed), [municipalities, typed])
  const shown = found.slice(0, most)
  const count =
    typed.trim() === ''
      ? ''
      : found.length === 0
        ? t('closing.foundNone')
        : found.length > most
          ? t('closing.foundMore', { count: found.length, shown: shown.length })
          : t('closing.found', { count: found.length })
  return (
    <search className="closing-search">
      <div className="field">
        <label htmlFor={id}>{t('closing.search')}</label>
        <input
          id={id}
          type="search"
          className="entry"
          autoComplete="off"
          aria-describedby={`${id}-help`}
          value={typed}
          onChange={event => setTyped(event.target.value)}
        />
        <p className="field-help" id={`${id}-help`}>
          <WithKorean text={t('closing.searchHelp')} />
        </p>
      </div>
      <p role="status" className="closing-count">
        {count}
      </p>
      {shown.length > 0 ? (
        <ul className="closing-found">
          {shown.map(line => (
            <li key={line.code}>
              <Link to="/closing-days/$code" params={{ code: line.code }}>
                <WithKorean text={nameOf(line)} />
              </Link>
              <span>{words.rule(line)}</span>
              {line.madeUp ? <span className="closing-made-up">{t('closing.madeUpShort')}</span> : null}
              {line.next.length > 0 ? (
                <span className="closing-next">
                  {t('closing.next')}:{' '}
                  <strong>
                    {line.next
                      .slice(0, 2)
                      .map(({ day }) => words.short(day))
                      .join(' · ')}
                  </strong>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </search>
  )
}

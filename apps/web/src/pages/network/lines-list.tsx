import { useTranslation } from 'react-i18next'
import { useSaid } from '../../words/use-language.ts'
import type { Line } from './net.ts'

interface LinesListProps {
  lines: readonly Line[]
  /** The pathway that is brought out; all of them when there is none. */
  line: string | undefined
  onLine: (pathway: string | undefined) => void
}

/** The lines by number, colour and name; one pressed stands out on the map. */
export function LinesList({ lines, line, onLine }: LinesListProps) {
  const { t } = useTranslation()
  const said = useSaid()
  if (lines.length === 0) return null
  return (
    <fieldset className="network-lines">
      <legend>{t('network.lines')}</legend>
      {lines.map(({ pathway, number, steps }) => {
        const breaks = steps.filter(({ isBreak }) => isBreak).length
        return (
          <button
            key={pathway.id}
            type="button"
            className="network-line"
            data-line={number % 10}
            aria-pressed={line === pathway.id}
            onClick={() => onLine(line === pathway.id ? undefined : pathway.id)}
          >
            <LineNumber number={number} />
            <span>{said(pathway.name)}</span>
            {breaks > 0 ? (
              <small>
                {t('network.broken')} {breaks}
              </small>
            ) : null}
          </button>
        )
      })}
    </fieldset>
  )
}

export function LineNumber({ number }: { number: number }) {
  return (
    <span className="line-number" data-line={number % 10}>
      {number}
    </span>
  )
}

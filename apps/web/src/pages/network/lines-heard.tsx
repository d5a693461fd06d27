import { useTranslation } from 'react-i18next'
import { useSaid } from '../../words/use-language.ts'
import type { Net } from './net.ts'

/** The lines with their breaks, for those who hear the page and need not walk through a drawing. */
export function LinesHeard({ net: { lines, stations } }: { net: Net }) {
  const { t } = useTranslation()
  const said = useSaid()
  const nameOf = (id: string): string => said(stations.get(id)?.programme.name)
  return (
    <ul className="only-heard">
      {lines.map(({ pathway, stations: stops, steps }) => (
        <li key={pathway.id}>
          {t('network.lineHeard', {
            line: said(pathway.name),
            stations: stops
              .map((id, at) => (steps[at - 1]?.isBreak ? `(${t('network.broken')}) ${nameOf(id)}` : nameOf(id)))
              .join(', '),
          })}
        </li>
      ))}
    </ul>
  )
}

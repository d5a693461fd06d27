import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { councilPathways } from '../../rulebook/council-pathways.ts'
import { useDirectory, useRulebook } from '../../rulebook/use-rulebook.ts'
import { useSaid } from '../../words/use-language.ts'
import { Station } from './station.tsx'

/** Each pathway a line, each waypoint a station: those of the council; a catalogue without them shows its first ones. */
export function ChainMap() {
  const { t } = useTranslation()
  const said = useSaid()
  const rulebook = useRulebook()
  const { programme } = useDirectory()
  const { named } = councilPathways(rulebook)
  const shown = named.length > 0 ? named : rulebook.pathways.slice(0, 3)
  if (shown.length === 0) return null

  return (
    <section className="chains" aria-labelledby="chains-title">
      <h2 id="chains-title">{t('front.chains')}</h2>
      <p className="chains-lead">{t('front.chainsLead')}</p>
      <ul>
        {shown.map(pathway => (
          <li key={pathway.id} className="chain">
            <h3>
              <Link to="/path" search={{ pathway: pathway.id }}>
                {said(pathway.name)}
              </Link>
            </h3>
            <ol className="chain-line">
              {pathway.waypoints
                .filter(waypoint => !waypoint.startsWith('fact:'))
                .map(waypoint => (
                  <Station key={waypoint} pathway={pathway} waypoint={waypoint} programme={programme(waypoint)} />
                ))}
            </ol>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { useTranslation } from 'react-i18next'
import { councilPathways } from '../../rulebook/council-pathways.ts'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
import { useSaid } from '../../words/use-language.ts'
import type { Route } from './path-asked.ts'

const own = '(own)'

interface PathwaySelectProps {
  route: Route
  onPathway: (pathway: string) => void
  onOwn: () => void
}

/** The named pathways, those of the council first; or stops of one's own. */
export function PathwaySelect({ route, onPathway, onOwn }: PathwaySelectProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const { named, others } = councilPathways(useRulebook())
  const groups = [
    { name: t('path.ask.council'), its: named },
    { name: t('path.ask.others'), its: others },
  ]
  return (
    <div className="field path-pathway">
      <label htmlFor="path-pathway">{t('path.ask.pathway')}</label>
      <select
        id="path-pathway"
        className="entry"
        value={route.pathway?.id ?? own}
        onChange={event => (event.target.value === own ? onOwn() : onPathway(event.target.value))}
      >
        {groups
          .filter(({ its }) => its.length > 0)
          .map(({ name, its }) => (
            <optgroup key={name} label={name}>
              {its.map(pathway => (
                <option key={pathway.id} value={pathway.id}>
                  {said(pathway.name)}
                </option>
              ))}
            </optgroup>
          ))}
        <option value={own}>{t('path.ask.own')}</option>
      </select>
      {route.pathway?.summary ? <p className="field-help">{said(route.pathway.summary)}</p> : null}
    </div>
  )
}

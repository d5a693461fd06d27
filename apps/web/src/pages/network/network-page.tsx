import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { ProgrammePicker } from '../../parts/programme-picker.tsx'
import { councilPathwaysFirst } from '../../rulebook/council-pathways.ts'
import { useDirectory, useRulebook } from '../../rulebook/use-rulebook.ts'
import { Page } from '../../shell/page.tsx'
import { Breaks } from './breaks.tsx'
import { LinesHeard } from './lines-heard.tsx'
import { LinesList } from './lines-list.tsx'
import { LinkKinds } from './link-kinds.tsx'
import { netOf, shownStations } from './net.ts'
import { NetworkMap } from './network-map.tsx'
import { NetworkTable } from './network-table.tsx'
import { StageChips } from './stage-chips.tsx'
import './network.css'

/** All programmes as the map of an underground, and the same as a table. */
export function NetworkPage() {
  const { t } = useTranslation()
  const rulebook = useRulebook()
  const { ministryOf } = useDirectory()
  const on = useOn()
  const [isTable, setIsTable] = useState(false)
  const [line, setLine] = useState<string>()
  const [chosen, setChosen] = useState<string>()
  const [stages, setStages] = useState<ReadonlySet<string>>(new Set())
  const [found, setFound] = useState<ReadonlySet<string>>(new Set())
  const [hiddenKinds, setHiddenKinds] = useState<ReadonlySet<string>>(new Set())

  const net = useMemo(() => netOf(rulebook, councilPathwaysFirst(rulebook), ministryOf, on), [rulebook, ministryOf, on])
  const shown = useMemo(() => shownStations(net, stages, found), [net, stages, found])
  const links = useMemo(() => net.links.filter(({ kind }) => !hiddenKinds.has(kind)), [net, hiddenKinds])
  const transfers = net.lines.flatMap(({ steps }) => steps).filter(({ isTransfer }) => isTransfer)

  return (
    <Page title={t('network.title')} className="network" lead={<p>{t('network.lead')}</p>}>
      <LinesHeard net={net} />
      <div className="network-tools">
        <fieldset className="network-how">
          <legend className="only-heard">{t('network.how')}</legend>
          {[false, true].map(asTable => (
            <label key={String(asTable)} className="choice">
              <input
                type="radio"
                name="network-how"
                checked={isTable === asTable}
                onChange={() => setIsTable(asTable)}
              />
              {t(asTable ? 'network.asTable' : 'network.asMap')}
            </label>
          ))}
        </fieldset>
        <div className="field network-search">
          <label htmlFor="network-search">{t('network.search')}</label>
          <ProgrammePicker
            id="network-search"
            label={t('network.search')}
            value={chosen}
            onChange={id => {
              setChosen(id)
              if (id) setFound(before => new Set([...before, id]))
            }}
            describedBy="network-search-help"
          />
          <p className="field-help" id="network-search-help">
            {t('network.searchHelp')}
          </p>
        </div>
      </div>
      <LinesList lines={net.lines} line={line} onLine={setLine} />
      <p className="network-counts" role="status">
        {t('network.counts', { shown: shown.length, count: net.stations.size })}{' '}
        {transfers.length > 0
          ? t('network.breaks', { all: transfers.length, count: transfers.filter(({ isBreak }) => isBreak).length })
          : null}
      </p>
      <Breaks net={net} line={line} station={chosen} on={on} />
      {shown.length === 0 ? <p>{t('network.none')}</p> : null}
      {isTable ? (
        <NetworkTable net={net} shown={shown} links={links} />
      ) : shown.length > 0 ? (
        <NetworkMap net={net} shown={shown} links={links} line={line} chosen={chosen} onChoose={setChosen} />
      ) : null}
      <LinkKinds links={net.links} hidden={hiddenKinds} onHide={setHiddenKinds} />
      <StageChips net={net} shown={shown} stages={stages} onStages={setStages} />
    </Page>
  )
}

import type { Link } from '@ieum/catalogue/records'
import { Link as PageLink } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AgencyLine } from '../../parts/agency-line.tsx'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useSaid } from '../../words/use-language.ts'
import { useSubject } from '../../words/use-subject.ts'
import { LineNumber } from './lines-list.tsx'
import type { Net, Station } from './net.ts'
import { Joined } from './network-table.tsx'

interface StationPanelProps {
  net: Net
  station: Station
  links: readonly Link[]
  onClose: () => void
}

/** The sign of a station: what it is, which lines pass, where one can change. */
export function StationPanel({ net, station, links, onClose }: StationPanelProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const subject = useSubject()
  const { agency } = useDirectory()
  const { id, programme, ministry, pathways } = station
  const lines = net.lines.filter(({ pathway }) => pathways.includes(pathway.id))
  const to = links.filter(link => link.from.programme === id)
  const from = links.filter(link => link.to === id)

  return (
    <section className="station-panel" data-ministry={ministry} aria-label={said(programme.name)}>
      <h2>{said(programme.name)}</h2>
      <p>
        <AgencyLine agency={agency(programme.agency)} ministry={agency(ministry)} />
      </p>
      <p className="station-panel-stages">
        {programme.stages.map(stage => subject('stage', stage)).join(' · ')} · {subject('kind', programme.kind)}
      </p>
      {lines.length > 0 ? (
        <>
          <h3>{t('network.onLines')}</h3>
          <ul>
            {lines.map(({ pathway, number }) => (
              <li key={pathway.id}>
                <LineNumber number={number} />{' '}
                <PageLink to="/path" search={{ pathway: pathway.id }}>
                  {said(pathway.name)}
                </PageLink>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {to.length > 0 ? (
        <>
          <h3>{t('network.goesTo')}</h3>
          <Joined net={net} links={to} end={link => link.to} />
        </>
      ) : null}
      {from.length > 0 ? (
        <>
          <h3>{t('network.comesFrom')}</h3>
          <Joined net={net} links={from} end={link => link.from.programme} />
        </>
      ) : null}
      {to.length + from.length === 0 ? <p>{t('network.noLinks')}</p> : null}
      <p className="station-panel-foot">
        <PageLink to="/programmes/$id" params={{ id }} className="button">
          {t('network.open')}
        </PageLink>
        <button type="button" className="plain-button" onClick={onClose}>
          {t('network.close')}
        </button>
      </p>
    </section>
  )
}

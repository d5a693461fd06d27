import type { Link } from '@ieum/catalogue/records'
import { Link as PageLink } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AgencyLine } from '../../parts/agency-line.tsx'
import { AgreedHere } from '../../parts/agreed-here.tsx'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useSaid } from '../../words/use-language.ts'
import { useSubject } from '../../words/use-subject.ts'
import { LineNumber } from './lines-list.tsx'
import type { Net, Station, Step } from './net.ts'

interface NetworkTableProps {
  net: Net
  shown: readonly Station[]
  links: readonly Link[]
}

/** What the map shows, as tables. */
export function NetworkTable({ net, shown, links }: NetworkTableProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const subject = useSubject()
  const { agency } = useDirectory()
  const from = Map.groupBy(links, link => link.from.programme)
  const to = Map.groupBy(links, link => link.to)
  const byStage = (station: Station): number => net.stages.indexOf(station.stage)
  const byMinistry = (station: Station): number => net.ministries.indexOf(station.ministry)
  const rows = shown.toSorted((a, b) => byStage(a) - byStage(b) || byMinistry(a) - byMinistry(b))

  return (
    <div className="network-tables">
      <h2 id="network-steps">{t('network.steps')}</h2>
      <section className="network-table" aria-labelledby="network-steps">
        <table aria-labelledby="network-steps">
          <thead>
            <tr>
              <th scope="col">{t('network.stepLine')}</th>
              <th scope="col">{t('network.stepFrom')}</th>
              <th scope="col">{t('network.stepTo')}</th>
              <th scope="col">{t('network.stepJoin')}</th>
            </tr>
          </thead>
          <tbody>
            {net.lines.flatMap(line =>
              line.steps.map((step, at) => (
                <tr key={`${line.pathway.id} ${step.from}`}>
                  {at === 0 ? (
                    <th scope="rowgroup" rowSpan={line.steps.length}>
                      <LineNumber number={line.number} /> {said(line.pathway.name)}
                    </th>
                  ) : null}
                  <td data-label={t('network.stepFrom')}>
                    <Programme net={net} id={step.from} />
                  </td>
                  <td data-label={t('network.stepTo')}>
                    <Programme net={net} id={step.to} />
                  </td>
                  <td data-label={t('network.stepJoin')} data-broken={step.isBreak || undefined}>
                    {t(between(step))}
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </section>
      <h2 id="network-stations">{t('network.allStations')}</h2>
      <section className="network-table" aria-labelledby="network-stations">
        <table aria-labelledby="network-stations">
          <thead>
            <tr>
              <th scope="col">{t('network.stage')}</th>
              <th scope="col">{t('network.programme')}</th>
              <th scope="col">{t('network.whose')}</th>
              <th scope="col">{t('network.goesTo')}</th>
              <th scope="col">{t('network.comesFrom')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, stage, programme, ministry, pathways }) => (
              <tr key={id}>
                <td data-label={t('network.stage')}>{subject('stage', stage)}</td>
                <th scope="row">
                  <Programme net={net} id={id} />{' '}
                  {net.lines
                    .filter(({ pathway }) => pathways.includes(pathway.id))
                    .map(({ number }) => (
                      <LineNumber key={number} number={number} />
                    ))}
                </th>
                <td data-label={t('network.whose')}>
                  <AgencyLine agency={agency(programme.agency)} ministry={agency(ministry)} />
                </td>
                <td data-label={t('network.goesTo')}>
                  <Joined net={net} links={from.get(id) ?? []} end={link => link.to} />
                </td>
                <td data-label={t('network.comesFrom')}>
                  <Joined net={net} links={to.get(id) ?? []} end={link => link.from.programme} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

const between = ({ isBreak, isTransfer }: Step) =>
  isBreak ? ('network.brokenWhy' as const) : isTransfer ? ('network.joined' as const) : ('network.same' as const)

function Programme({ net, id }: { net: Net; id: string }) {
  const said = useSaid()
  return (
    <PageLink to="/programmes/$id" params={{ id }}>
      {said(net.stations.get(id)?.programme.name) || id}
    </PageLink>
  )
}

interface JoinedProps {
  net: Net
  links: readonly Link[]
  end: (link: Link) => string
}

export function Joined({ net, links, end }: JoinedProps) {
  const subject = useSubject()
  if (links.length === 0) return null
  return (
    <ul className="network-joined">
      {links.map(link => (
        <li key={link.id}>
          <small>{subject('link', link.kind)}</small> <Programme net={net} id={end(link)} /> <AgreedHere link={link} />
        </li>
      ))}
    </ul>
  )
}

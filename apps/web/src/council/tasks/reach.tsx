import { isDay } from '@ieum/catalogue/days'
import { sayDay } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ProgrammeLine } from '../../desk/programme-line.tsx'
import { AgreementMark } from '../../desk/state-mark.tsx'
import { endsOf, Way } from '../../desk/way.tsx'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useDirectory, useRulebook } from '../../rulebook/use-rulebook.ts'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import type { Task } from '../client/shapes.ts'
import { SourceLink } from './source-link.tsx'

/** What it joins: programmes, pathways, and the links that were agreed for it. */
export function Reach({ shown, post }: { shown: Task; post: string }) {
  const { code, programmes, pathways, links, events, zones } = shown
  const { t } = useTranslation()
  const said = useSaid()
  const rulebook = useRulebook()
  const { programme } = useDirectory()
  return (
    <>
      <section className="case-section">
        <h2>{t('councilDesk.task.links')}</h2>
        {links.length === 0 ? <p className="desk-nothing">{t('councilDesk.task.noLinks', { code })}</p> : null}
        <ul>
          {links.map(link => (
            <li key={link.id} className="desk-link">
              <p>
                <Way {...endsOf(link)} />
              </p>
              <p>
                <AgreementMark state={link.state} /> ·{' '}
                {t(link.inForce ? 'councilDesk.task.inForce' : 'councilDesk.task.notInForce')}
              </p>
              <p>
                <Link to="/desk/$post/links/$agreement" params={{ post, agreement: link.id }}>
                  {t('councilDesk.task.linkOpen', { version: link.version })}
                </Link>
              </p>
            </li>
          ))}
        </ul>
      </section>
      <section className="case-section">
        <h2>{t('councilDesk.task.programmes')}</h2>
        {programmes.length + pathways.length === 0 ? (
          <p className="desk-nothing">{t('councilDesk.task.noProgrammes')}</p>
        ) : null}
        <ul className="council-reach">
          {programmes.map(id => (
            <li key={id}>
              <ProgrammeLine agency={programme(id)?.agency} programme={id} linked />
            </li>
          ))}
          {pathways.map(id => (
            <li key={id}>
              <Link to="/path" search={{ pathway: id }}>
                {said(rulebook.pathways.find(pathway => pathway.id === id)?.name) || id}
              </Link>{' '}
              <small>{t('councilDesk.task.pathway')}</small>
            </li>
          ))}
        </ul>
      </section>
      <Events events={events} />
      <Zones zones={zones} />
    </>
  )
}

function Events({ events }: Pick<Task, 'events'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = useSaid()
  const agencyName = useAgencyName()
  if (events.length === 0) return null
  return (
    <section className="case-section">
      <h2>{t('councilDesk.task.events')}</h2>
      <ul className="council-reach council-dated">
        {events.map(({ name, from, to, by = [], source }) => (
          <li key={name.ko}>
            {said(name)}{' '}
            <small>
              {t('councilDesk.task.eventBy', {
                from: sayDay(from, language),
                to: sayDay(to, language),
                agencies: by.map(agencyName).join(' · '),
              })}{' '}
              <SourceLink source={source} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Zones({ zones }: Pick<Task, 'zones'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = useSaid()
  if (zones.length === 0) return null
  const sayDated = (day: string) => (isDay(day) ? sayDay(day, language) : day)
  return (
    <section className="case-section">
      <h2>{t('councilDesk.task.zones')}</h2>
      <ul className="council-reach council-dated">
        {zones.map(({ name, kind, designated, source }) => (
          <li key={name.ko}>
            {said(name)}{' '}
            <small>
              {t(`councilDesk.task.zone.${kind}`)}
              {designated ? ` · ${t('councilDesk.task.designated', { day: sayDated(designated) })}` : null}{' '}
              <SourceLink source={source} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

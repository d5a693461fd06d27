import { sayDay } from '@ieum/wording'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { SourceLine } from '../../parts/source-line.tsx'
import { Page } from '../../shell/page.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { SaidText, useTitle, Written } from '../said-text.tsx'
import { Cite } from './cite.tsx'
import { DecisionLines, SeatLines } from './lines.tsx'
import { OpenPage, part } from './open-page.tsx'
import { Section } from './section.tsx'
import type { Item, SessionRead } from './shapes.ts'
import { ToCouncil } from './to-council.tsx'
import { useNames } from './use-names.ts'

const route = getRouteApi('/councils/$council/sessions/$number')

export function OpenSessionPage() {
  const { council, number } = route.useParams()
  const path = `/${part(council)}/sessions/${part(number)}`
  return (
    <OpenPage<SessionRead> key={path} path={path}>
      {read => <Session read={read} />}
    </OpenPage>
  )
}

function Session({ read }: { read: SessionRead }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const titleOf = useTitle()
  const { agency } = useNames(read.names)
  const { council, number, on, begins, ends, place, host, state, reported, source, items, present, decisions } = read
  const title = t('councilOpen.session', { number })
  const clock = begins ? ` ${begins}${ends ? `–${ends}` : ''}` : ''
  return (
    <Page
      title={[titleOf(council.name, ''), title].filter(Boolean).join(language === 'en' ? ', ' : ' ')}
      className="open-record"
      lead={
        <>
          <ToCouncil council={council} />
          <p>
            {[state && t(`councilOpen.sessionState.${state}`), reported && t('councilOpen.reported')]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      }
    >
      <dl className="open-facts">
        <div>
          <dt>{t('councilOpen.when')}</dt>
          <dd>
            {sayDay(on, language)}
            {clock}
          </dd>
        </div>
        <div>
          <dt>{t('councilOpen.where')}</dt>
          <dd>{place ? <SaidText said={place} /> : t('councilOpen.noPlace')}</dd>
        </div>
        {host ? (
          <div>
            <dt>{t('councilOpen.host')}</dt>
            <dd>{agency(host)}</dd>
          </div>
        ) : null}
      </dl>
      <Section id="agenda" title={t('councilOpen.agenda')}>
        {items.length === 0 ? (
          <p>{t('councilOpen.noAgenda')}</p>
        ) : (
          <ol className="open-agenda">
            {items.map(item => (
              <li key={item.id} value={item.number}>
                <AgendaItem item={item} read={read} />
              </li>
            ))}
          </ol>
        )}
      </Section>
      <Section id="decisions" title={t('councilOpen.decisions')}>
        <DecisionLines council={council.id} decisions={decisions} />
      </Section>
      <Section id="minutes" title={t('councilOpen.record')}>
        {present ? (
          <>
            <p>{t('councilOpen.minutesFrom', { day: sayDay(read.minutesFrom ?? on, language) })}</p>
            <h3>{t('councilOpen.present')}</h3>
            <SeatLines seats={present} names={read.names} />
          </>
        ) : (
          <p>{t(reported ? 'councilOpen.minutesUnknown' : 'councilOpen.noMinutes')}</p>
        )}
        {source ? (
          <p>
            <SourceLine source={source} isNotice={false} />
          </p>
        ) : null}
      </Section>
      <Cite council={council} what={title} date={on} at={`/sessions/${number}`} updated={read.updated} />
    </Page>
  )
}

function AgendaItem({ item, read }: { item: Item; read: SessionRead }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { agencies } = useNames(read.names)
  if (item.is === 'closed')
    return (
      <>
        <strong>{t('councilOpen.closed')}</strong>
        <small>
          <Written text={item.ground} /> ·{' '}
          {item.opensOn
            ? t('councilOpen.opensOn', { day: sayDay(item.opensOn, language) })
            : t('councilOpen.opensNever')}
        </small>
      </>
    )
  const { title, minutes, by, task, proposedBy, proposal, gist, undecided } = item
  return (
    <>
      <strong>
        <SaidText said={title} />
      </strong>
      <small>
        {t('councilOpen.minutes', { minutes })}
        {by ? (
          <>
            {' · '}
            <SaidText said={by} />
          </>
        ) : null}
        {proposedBy.length > 0 ? ` · ${t('councilOpen.proposedBy', { agencies: agencies(proposedBy) })}` : null}
        {undecided ? ` · ${t('councilOpen.undecided')}` : null}
        {task ? (
          <>
            {' · '}
            <Link to="/councils/$council/tasks/$code" params={{ council: read.council.id, code: task }}>
              {t('councilOpen.task')} {task}
            </Link>
          </>
        ) : null}
      </small>
      {proposal ? (
        <p>
          {t('councilOpen.proposal')}: <Written text={proposal} />
        </p>
      ) : null}
      {gist ? (
        <p>
          {t('councilOpen.gist')}: <Written text={gist} />
        </p>
      ) : null}
    </>
  )
}

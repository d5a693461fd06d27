import { sayDay } from '@ieum/wording'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { SourceLine } from '../../parts/source-line.tsx'
import { Page } from '../../shell/page.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { SaidText, useTitle } from '../said-text.tsx'
import { Cite } from './cite.tsx'
import { ActionLines, DecisionLines, SeatLines } from './lines.tsx'
import { OpenPage, part } from './open-page.tsx'
import { Lines, Section } from './section.tsx'
import type { CouncilRead } from './shapes.ts'
import { MadeUp } from './to-council.tsx'
import { useNames } from './use-names.ts'

const route = getRouteApi('/councils/$council')

export function OpenCouncilPage() {
  const { council } = route.useParams()
  return (
    <OpenPage<CouncilRead> key={council} path={`/${part(council)}`}>
      {read => <Council read={read} />}
    </OpenPage>
  )
}

function Council({ read }: { read: CouncilRead }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const title = useTitle()
  const { agency } = useNames(read.names)
  const { kind, from, secretariat, source, sessions, tasks, decisions, actions, seats, names } = read
  return (
    <Page
      title={title(read.name, t(`councilOpen.kind.${kind}`))}
      className="open-record"
      lead={
        <>
          <MadeUp council={read} />
          <p>
            {read.name.en === null && language === 'en' ? <SaidText said={read.name} /> : t(`councilOpen.kind.${kind}`)}
          </p>
          <p>{t(`councilOpen.from.${from}`, { agency: secretariat ? agency(secretariat) : '' })}</p>
          {read.dissolvedOn ? (
            <p>
              <strong>{t('councilOpen.dissolved', { day: sayDay(read.dissolvedOn, language) })}</strong>
            </p>
          ) : null}
          {source ? (
            <p>
              <SourceLine source={source} isNotice={false} />
            </p>
          ) : null}
        </>
      }
    >
      {kind === 'consultative' ? (
        <p>
          <Link to="/closing-days">{t('councilOpen.closingDays')}</Link>
        </p>
      ) : null}
      {sessions.length + tasks.length + decisions.length + actions.length === 0 ? (
        <p className="open-nothing">{t('councilOpen.nothing')}</p>
      ) : (
        <Doings read={read} />
      )}
      <Section id="seats" title={t('councilOpen.seats')} note={t('councilOpen.seatsNote')}>
        <SeatLines seats={seats} names={names} />
      </Section>
      <Cite council={read} what={t('councilOpen.list.title')} at="" updated={read.updated} />
    </Page>
  )
}

/** What it sat on, agreed, decided and gave to do. */
function Doings({ read }: { read: CouncilRead }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { agencies } = useNames(read.names)
  const { id, sessions, tasks, decisions, actions, names } = read
  return (
    <>
      <Section id="sessions" title={t('councilOpen.sessions')}>
        <Lines of={[...sessions].reverse()} none={t('councilOpen.noSessions')}>
          {({ number, on, state, reported, minutesFrom }) => (
            <li key={number}>
              <Link to="/councils/$council/sessions/$number" params={{ council: id, number: String(number) }}>
                {t('councilOpen.session', { number })}
              </Link>
              <small>
                {[
                  sayDay(on, language),
                  state && t(`councilOpen.sessionState.${state}`),
                  reported && t('councilOpen.reported'),
                  minutesFrom && t('councilOpen.hasMinutes'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </li>
          )}
        </Lines>
      </Section>
      <Section id="tasks" title={t('councilOpen.tasks')}>
        <Lines of={tasks} none={t('councilOpen.noTasks')}>
          {({ code, title, proposedBy, state, reported, later }) => (
            <li key={code}>
              <Link to="/councils/$council/tasks/$code" params={{ council: id, code }}>
                {code} · <SaidText said={title} />
              </Link>
              <small>
                {[
                  t(proposedBy.length > 1 ? 'councilOpen.joint' : 'councilOpen.proposedBy', {
                    agencies: agencies(proposedBy),
                  }),
                  t(state ? `councilOpen.state.${state}` : 'councilOpen.stateUnknownShort'),
                  reported && t('councilOpen.reported'),
                  later > 0 && t('councilOpen.laterCount', { count: later }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </li>
          )}
        </Lines>
      </Section>
      <Section id="decisions" title={t('councilOpen.decisions')}>
        <DecisionLines council={id} decisions={[...decisions].reverse()} />
      </Section>
      <Section id="actions" title={t('councilOpen.actions')}>
        <ActionLines actions={actions} names={names} />
      </Section>
    </>
  )
}

import { milestoneStand } from '@ieum/council'
import { sayDay } from '@ieum/wording'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { SourceLine } from '../../parts/source-line.tsx'
import { Page } from '../../shell/page.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { SaidText, useTitle, Written } from '../said-text.tsx'
import { Cite } from './cite.tsx'
import { Indicators } from './indicators.tsx'
import { joinedBy } from './joined-by.ts'
import { ActionLines, DecisionLines } from './lines.tsx'
import { OpenPage, part } from './open-page.tsx'
import { Lines, Section } from './section.tsx'
import type { TaskRead } from './shapes.ts'
import { ToCouncil } from './to-council.tsx'
import { useNames } from './use-names.ts'

const route = getRouteApi('/councils/$council/tasks/$code')

export function OpenTaskPage() {
  const { council, code } = route.useParams()
  const path = `/${part(council)}/tasks/${part(code)}`
  return (
    <OpenPage<TaskRead> key={path} path={path}>
      {read => <Task read={read} />}
    </OpenPage>
  )
}

function Task({ read }: { read: TaskRead }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const titleOf = useTitle()
  const on = useOn()
  const { agency, agencies, programme, pathway } = useNames(read.names)
  const { council, code, proposedBy, state, reported, needs, posts, answers, milestones, links, later } = read
  return (
    <Page
      title={`${code} · ${titleOf(read.title, t('councilOpen.task'))}`}
      className="open-record"
      lead={
        <>
          <ToCouncil council={council} />
          {read.title.en === null && language === 'en' ? (
            <p>
              <SaidText said={read.title} />
            </p>
          ) : null}
          <p>
            {[
              t(proposedBy.length > 1 ? 'councilOpen.joint' : 'councilOpen.proposedBy', {
                agencies: agencies(proposedBy),
              }),
              state && t(`councilOpen.state.${state}`),
              reported && t('councilOpen.reported'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {state ? null : <p>{t('councilOpen.stateUnknown')}</p>}
        </>
      }
    >
      {needs ? (
        <Section id="needs" title={t('councilOpen.needs')}>
          <p>
            <SaidText said={needs} />
          </p>
        </Section>
      ) : null}
      {posts.length > 0 ? (
        <Section id="owners" title={t('councilOpen.owners')}>
          <Lines of={posts} none="">
            {({ agency: of, title, inferred }, index) => (
              <li key={index}>
                {agency(of)} <SaidText said={title} />
                {inferred ? <small>{t('councilOpen.inferred')}</small> : null}
              </li>
            )}
          </Lines>
        </Section>
      ) : null}
      <Section id="answers" title={t('councilOpen.answers')}>
        <Lines of={answers} none={t('councilOpen.noAnswers')}>
          {({ agency: of, position, reason, on }, index) => (
            <li key={index}>
              {agency(of)}: {t(`councilOpen.position.${position}`)}
              {reason ? (
                <p>
                  <Written text={reason} />
                </p>
              ) : null}
              <small>{sayDay(on, language)}</small>
            </li>
          )}
        </Lines>
      </Section>
      <Section id="decisions" title={t('councilOpen.decisions')}>
        <DecisionLines council={council.id} decisions={read.decisions} />
      </Section>
      <Section id="actions" title={t('councilOpen.actions')}>
        <ActionLines actions={read.actions} names={read.names} />
      </Section>
      {milestones.length > 0 ? (
        <Section id="milestones" title={t('councilOpen.milestones')}>
          <Lines of={milestones} none="">
            {(milestone, index) => (
              <li key={index}>
                <SaidText said={milestone.title} />
                <small>
                  {milestone.reachedOn
                    ? t('councilOpen.reachedOn', { day: sayDay(milestone.reachedOn, language) })
                    : t('councilOpen.due', { day: sayDay(milestone.due, language) })}
                  {milestoneStand(milestone, state, on) === 'late' ? ` · ${t('councilOpen.late')}` : null}
                </small>
              </li>
            )}
          </Lines>
        </Section>
      ) : null}
      {read.indicators ? <Indicators counts={read.indicators} aims={read.aims} /> : null}
      <Section id="links" title={t('councilOpen.links')}>
        <Lines of={links} none={t('councilOpen.noLinks')}>
          {({ id, from, to, validFrom }) => (
            <li key={id}>
              <Link to="/programmes/$id" params={{ id: from }}>
                {programme(from)}
              </Link>
              {' → '}
              <Link to="/programmes/$id" params={{ id: to }}>
                {programme(to)}
              </Link>
              <small>{t(joinedBy(validFrom, on), { day: validFrom ? sayDay(validFrom, language) : '' })}</small>
            </li>
          )}
        </Lines>
      </Section>
      {read.programmes.length + read.pathways.length > 0 ? (
        <Section id="programmes" title={t('councilOpen.programmes')}>
          <Lines of={[...read.programmes, ...read.pathways]} none="">
            {id => (
              <li key={id}>
                {read.names.programmes[id] ? (
                  <Link to="/programmes/$id" params={{ id }}>
                    {programme(id)}
                  </Link>
                ) : (
                  pathway(id)
                )}
              </li>
            )}
          </Lines>
        </Section>
      ) : null}
      {read.councils.length > 0 ? (
        <Section id="councils" title={t('councilOpen.about')}>
          <Lines of={read.councils} none="">
            {({ id, name, kind }) => (
              <li key={id}>
                <Link to="/councils/$council" params={{ council: id }}>
                  <SaidText said={name} />
                </Link>
                {kind === 'consultative' ? (
                  <small>
                    <Link to="/closing-days">{t('councilOpen.closingDays')}</Link>
                  </small>
                ) : null}
              </li>
            )}
          </Lines>
        </Section>
      ) : null}
      {later.length > 0 ? (
        <Section id="later" title={t('councilOpen.later')} note={t('councilOpen.laterNote')}>
          <Lines of={later} none="">
            {({ fact, dated, source }) => (
              <li key={fact.ko}>
                <p>
                  <SaidText said={fact} />
                </p>
                <small>
                  {dated ? `${dated.length === 10 ? sayDay(dated, language) : dated} · ` : null}
                  <SourceLine source={source} isNotice={false} />
                </small>
              </li>
            )}
          </Lines>
        </Section>
      ) : null}
      <Cite
        council={council}
        what={`${t('councilOpen.task')} ${code}`}
        at={`/tasks/${part(code)}`}
        updated={read.updated}
      />
    </Page>
  )
}

import { sayDay } from '@ieum/wording'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import { Page } from '../../shell/page.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { SaidText, useSaidPlain, useTitle } from '../said-text.tsx'
import { Cite } from './cite.tsx'
import { ActionLines } from './lines.tsx'
import { OpenPage, part } from './open-page.tsx'
import { Section } from './section.tsx'
import type { DecisionRead } from './shapes.ts'
import { ToCouncil } from './to-council.tsx'

const route = getRouteApi('/councils/$council/decisions/$number')

export function OpenDecisionPage() {
  const { council, number } = route.useParams()
  const path = `/${part(council)}/decisions/${part(number)}`
  return (
    <OpenPage<DecisionRead> key={path} path={path}>
      {read => <Decided read={read} />}
    </OpenPage>
  )
}

/** Worded once. What took its place stands at the top, and this one stays. */
function Decided({ read }: { read: DecisionRead }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = useSaidPlain()
  const titleOf = useTitle()
  const { council, decision, item, actions, names } = read
  const { number, on, text, votes, status, supersededBy, supersedes, session, task } = decision
  const title = t('councilOpen.decision', { number })
  return (
    <Page
      title={[titleOf(council.name, ''), title].filter(Boolean).join(language === 'en' ? ', ' : ' ')}
      className="open-record"
      lead={
        <>
          <ToCouncil council={council} />
          {supersededBy ? (
            <p className="open-superseded">
              <Link to="/councils/$council/decisions/$number" params={{ council: council.id, number: supersededBy }}>
                {t('councilOpen.supersededBy', { number: supersededBy })}
              </Link>
            </p>
          ) : (
            <p>{t(`councilOpen.${status}`)}</p>
          )}
        </>
      }
    >
      <blockquote className="open-decision">
        <SaidText said={text} />
      </blockquote>
      <dl className="open-facts">
        <div>
          <dt>{t('councilOpen.decidedOn')}</dt>
          <dd>{sayDay(on, language)}</dd>
        </div>
        {session === null ? null : (
          <div>
            <dt>{t('councilOpen.decidedAt')}</dt>
            <dd>
              <Link to="/councils/$council/sessions/$number" params={{ council: council.id, number: String(session) }}>
                {t('councilOpen.session', { number: session })}
              </Link>
              {item ? (
                <small>
                  <WithKorean text={t('councilOpen.itemOf', { number: item.number, title: said(item.title) })} />
                </small>
              ) : null}
            </dd>
          </div>
        )}
        {task ? (
          <div>
            <dt>{t('councilOpen.task')}</dt>
            <dd>
              <Link to="/councils/$council/tasks/$code" params={{ council: council.id, code: task }}>
                {task}
              </Link>
            </dd>
          </div>
        ) : null}
        {votes ? (
          <div>
            <dt>{t('councilOpen.votes')}</dt>
            <dd>{votes.is === 'counted' ? t('councilOpen.voted', votes) : t('councilOpen.withoutObjection')}</dd>
          </div>
        ) : null}
      </dl>
      {supersedes.map(older => (
        <p key={older}>
          <Link to="/councils/$council/decisions/$number" params={{ council: council.id, number: older }}>
            {t('councilOpen.supersedes', { number: older })}
          </Link>
        </p>
      ))}
      <Section id="actions" title={t('councilOpen.actions')}>
        <ActionLines actions={actions} names={names} />
      </Section>
      <Cite council={council} what={title} date={on} at={`/decisions/${part(number)}`} updated={read.updated} />
    </Page>
  )
}

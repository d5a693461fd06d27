import { quorumOf } from '@ieum/council'
import { may, roles } from '@ieum/desk'
import { sayDay, sayRole } from '@ieum/wording'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useLanguage } from '../../words/use-language.ts'
import { Actions } from '../actions/actions.tsx'
import { AskedCouncil } from '../asked-council.tsx'
import type { AskedProps } from '../asked-page.tsx'
import type { Council } from '../client/shapes.ts'
import { Openings } from '../open/openings.tsx'
import { Told } from '../told.tsx'
import { Seats } from './seats.tsx'
import { Sessions } from './sessions.tsx'
import { Tasks } from './tasks.tsx'

const route = getRouteApi('/desk/$post/councils/$council')

/** One council: what is to do, its sessions, its tasks, and who sits in it. */
export function CouncilPage() {
  const { post, council } = route.useParams()
  return (
    <AskedCouncil post={post} council={council}>
      {asked => <Shown {...asked} />}
    </AskedCouncil>
  )
}

function Shown({ shown, capacity, isStale, again }: AskedProps<Council>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const agencyName = useAgencyName()
  const [told, setTold] = useState<string>()
  const { post, role } = capacity
  const voting = shown.seats.filter(({ kind }) => kind !== 'observer')
  const { needed } = quorumOf(
    shown.quorum,
    voting.map(({ id, agency }) => ({ id, agency: agency ?? '', votes: true })),
    new Set(),
  )
  const writers = roles.filter(one => may(one, 'propose task', 'seated'))
  return (
    <>
      <div className="case-head">
        <p className="case-state">
          <span>{t(`councilDesk.kind.${shown.kind}`)}</span>
          <span>{t('councilDesk.council.keeper', { agency: agencyName(shown.secretariat) })}</span>
          <span>{t('councilDesk.council.since', { day: sayDay(shown.foundedOn, language) })}</span>
          {shown.dissolvedOn ? (
            <strong>{t('councilDesk.council.dissolved', { day: sayDay(shown.dissolvedOn, language) })}</strong>
          ) : null}
        </p>
      </div>
      <Told told={told} />
      {shown.kind === 'consultative' ? (
        <p className="row">
          <Link to="/desk/$post/councils/$council/closing-days" params={{ post, council: shown.id }} className="button">
            {t('councilDesk.council.closingDays')}
          </Link>
        </p>
      ) : null}
      <section className="case-section">
        <h2>{t('councilDesk.council.actions')}</h2>
        <Actions
          post={post}
          actions={shown.actions}
          on="council"
          none={t('councilDesk.council.noActions')}
          isStale={isStale}
          onDone={done => {
            setTold(done)
            again()
          }}
          onChanged={again}
        />
      </section>
      <section className="case-section">
        <h2>
          {t('councilDesk.council.tasks')} <span className="desk-count">{shown.tasks.length}</span>
        </h2>
        <Tasks tasks={shown.tasks} post={post} />
        {shown.dissolvedOn ? null : may(role, 'propose task', 'seated') ? (
          <p className="row">
            <Link to="/desk/$post/councils/$council/new-task" params={{ post, council: shown.id }} className="button">
              {t('councilDesk.council.draft')}
            </Link>
          </p>
        ) : (
          <p className="field-help">
            {t('councilDesk.council.draftBy', { roles: writers.map(one => sayRole(one, language)).join(', ') })}
          </p>
        )}
      </section>
      <section className="case-section">
        <h2>{t('councilDesk.council.sessions')}</h2>
        <Sessions shown={shown} post={post} onPlanned={again} />
      </section>
      <Openings post={post} council={shown.id} />
      <section className="case-section">
        <h2>{t('councilDesk.council.seats')}</h2>
        <p>
          {[
            t('councilDesk.council.quorum', { count: voting.length, needed }),
            ...(shown.quorum.everyAgency ? [t('councilDesk.council.everyAgency')] : []),
            t(`councilDesk.council.rotation.${shown.rotation}`),
          ].join(' ')}
        </p>
        <Seats
          shown={shown}
          capacity={capacity}
          onDone={done => {
            setTold(done)
            again()
          }}
        />
        {shown.keeps ? (
          <p className="row">
            <Link
              to="/desk/$post/councils/$council/change"
              params={{ post, council: shown.id }}
              className="button quiet"
            >
              {t('councilDesk.council.change')}
            </Link>
          </p>
        ) : null}
      </section>
    </>
  )
}

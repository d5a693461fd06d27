import { may, roles } from '@ieum/desk'
import { sayDay, sayRole } from '@ieum/wording'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostCapacity } from '../../desk/client/shapes.ts'
import { useAsked } from '../../desk/client/use-asked.ts'
import { DeskPage } from '../../desk/desk-page.tsx'
import { RefusedText } from '../../desk/refused-text.tsx'
import { useWho } from '../../desk/who.ts'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { Waiting } from '../../shell/waiting.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { Actions } from '../actions/actions.tsx'
import { councilsOf } from '../client/paths.ts'
import type { Council } from '../client/shapes.ts'
import { Openings } from '../open/openings.tsx'
import { SaidText, useTitle } from '../said-text.tsx'
import { Told } from '../told.tsx'
import { Seats } from './seats.tsx'
import { Sessions } from './sessions.tsx'
import { Tasks } from './tasks.tsx'
import '../council.css'

const route = getRouteApi('/desk/$post/councils/$council')

/** One council: what is to do, its sessions, its tasks, and who sits in it. */
export function CouncilPage() {
  const { t } = useTranslation()
  const { post, council } = route.useParams()
  const who = useWho()
  const { value, refused, isAsking, again } = useAsked<Council>(
    who.is === 'signed in' ? councilsOf(post).council(council) : undefined,
  )
  const shown = value?.id === council ? value : undefined
  const titleOf = useTitle()
  return (
    <DeskPage
      key={council}
      post={post}
      title={shown ? titleOf(shown.name, t('councilDesk.council.title')) : t('councilDesk.council.title')}
    >
      {capacity =>
        shown ? (
          <Shown shown={shown} capacity={capacity} isStale={isAsking} again={again} />
        ) : refused ? (
          <RefusedText refused={refused} {...(refused.status !== 404 && { again })}>
            <p>
              <Link to="/desk/$post/councils" params={{ post }}>
                {t('councilDesk.council.toAll')}
              </Link>
            </p>
          </RefusedText>
        ) : (
          <Waiting />
        )
      }
    </DeskPage>
  )
}

interface ShownProps {
  shown: Council
  capacity: PostCapacity
  /** It is being asked for anew. */
  isStale: boolean
  again: () => void
}

function Shown({ shown, capacity, isStale, again }: ShownProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const agencyName = useAgencyName()
  const [told, setTold] = useState<string>()
  const { post, role } = capacity
  const writers = roles.filter(one => may(one, 'propose task', 'seated'))
  return (
    <>
      <div className="case-head">
        {language === 'en' && shown.name.en === null ? (
          <p className="case-firm">
            <strong>
              <SaidText said={shown.name} />
            </strong>
          </p>
        ) : null}
        <p className="case-state">
          <span>{t(`councilDesk.kind.${shown.kind}`)}</span>
          <span>{t('councilDesk.council.keeper', { agency: agencyName(shown.secretariat) })}</span>
          <span>{t('councilDesk.council.since', { day: sayDay(shown.foundedOn, language) })}</span>
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
        {may(role, 'propose task', 'seated') ? (
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
        <Seats seats={shown.seats} />
      </section>
    </>
  )
}

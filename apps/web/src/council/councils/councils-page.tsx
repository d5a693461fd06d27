import { daysBetween } from '@ieum/catalogue/days'
import { may } from '@ieum/desk'
import { sayDay } from '@ieum/wording'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import type { PostCapacity } from '../../desk/client/shapes.ts'
import { useAsked } from '../../desk/client/use-asked.ts'
import { useChange } from '../../desk/client/use-change.ts'
import { DaysLeft } from '../../desk/days-left.tsx'
import { DeskPage } from '../../desk/desk-page.tsx'
import { RefusedText } from '../../desk/refused-text.tsx'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { Waiting } from '../../shell/waiting.tsx'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import { councilsOf } from '../client/paths.ts'
import type { Councils } from '../client/shapes.ts'
import { SaidText } from '../said-text.tsx'
import { Sure } from '../sure.tsx'
import { Told } from '../told.tsx'
import { forgetSits } from './use-sits.ts'
import '../council.css'

const route = getRouteApi('/desk/$post/councils')

/** The councils that the agency of the post sits in. */
export function CouncilsPage() {
  const { t } = useTranslation()
  const { post } = route.useParams()
  return (
    <DeskPage post={post} title={t('councilDesk.list.title')} lead={<p>{t('councilDesk.list.lead')}</p>}>
      {capacity => <Shown key={post} capacity={capacity} />}
    </DeskPage>
  )
}

function Shown({ capacity }: { capacity: PostCapacity }) {
  const { t } = useTranslation()
  const { value, refused, again } = useAsked<Councils>(councilsOf(capacity.post).councils)
  const [told, setTold] = useState<string>()
  if (!value) return refused ? <RefusedText refused={refused} again={again} /> : <Waiting />
  return (
    <>
      <Told told={told} />
      {value.councils.length === 0 ? (
        <p className="desk-nothing">{t('councilDesk.list.none')}</p>
      ) : (
        <Rows councils={value.councils} post={capacity.post} />
      )}
      {may(capacity.role, 'found council', 'none') ? (
        <p className="row">
          <Link to="/desk/$post/councils/new" params={{ post: capacity.post }} className="button quiet">
            {t('councilDesk.list.drawUp')}
          </Link>
        </p>
      ) : null}
      {value.catalogue.length > 0 ? (
        <Known
          catalogue={value.catalogue}
          capacity={capacity}
          onDone={name => {
            setTold(t('councilDesk.list.setUpDone', { name }))
            forgetSits()
            again()
          }}
        />
      ) : null}
    </>
  )
}

function Rows({ councils, post }: { councils: Councils['councils']; post: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const on = useOn()
  const agencyName = useAgencyName()
  return (
    <ul className="council-list">
      {councils.map(({ id, kind, name, secretariat, dissolvedOn, next, lateActions }) => (
        <li key={id}>
          <p className="council-list-name">
            <Link to="/desk/$post/councils/$council" params={{ post, council: id }}>
              <SaidText said={name} />
            </Link>
            <small>
              {t(`councilDesk.kind.${kind}`)} · {t('councilDesk.council.keeper', { agency: agencyName(secretariat) })}
              {dissolvedOn ? ` · ${t('councilDesk.council.dissolved', { day: sayDay(dissolvedOn, language) })}` : null}
            </small>
          </p>
          <dl>
            <div>
              <dt>{t('councilDesk.list.next')}</dt>
              <dd>
                {next ? (
                  <>
                    {sayDay(next, language)} <DaysLeft days={daysBetween(on, next)} due={next} />
                  </>
                ) : (
                  t('councilDesk.list.noNext')
                )}
              </dd>
            </div>
            <div data-late={lateActions > 0 || undefined}>
              <dt>{t('councilDesk.list.late')}</dt>
              <dd>
                {lateActions > 0
                  ? t('councilDesk.list.lateCount', { count: lateActions })
                  : t('councilDesk.list.noLate')}
              </dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  )
}

interface KnownProps {
  catalogue: Councils['catalogue']
  capacity: PostCapacity
  onDone: (name: string) => void
}

/** What the catalogue knows of and nobody has set up. */
function Known({ catalogue, capacity: { post, role, agency }, onDone }: KnownProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const { isSending, refused, send, forget } = useChange<{ council: string }>()
  const mayFound = may(role, 'found council', 'none')
  return (
    <section className="case-section">
      <h2>{t('councilDesk.list.known')}</h2>
      <p>{t(mayFound ? 'councilDesk.list.knownText' : 'councilDesk.list.setUpBy')}</p>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <ul className="council-known">
        {catalogue.map(known => (
          <li key={known.id}>
            <strong>{said(known.name)}</strong>
            {mayFound ? (
              <SetUp
                known={known}
                agency={agency}
                isSending={isSending}
                onLeave={forget}
                onYes={async () => {
                  const done = await send(councilsOf(post).councils, { council: known.id })
                  if (done) onDone(said(known.name))
                }}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface SetUpProps {
  known: Councils['catalogue'][number]
  agency: string
  isSending: boolean
  onYes: () => Promise<void>
  onLeave: () => void
}

function SetUp({ known: { name, seats, tasks, sessions }, agency, isSending, onYes, onLeave }: SetUpProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const agencyName = useAgencyName()
  return (
    <Sure
      opens={
        <>
          {t('councilDesk.list.setUp')} <span className="only-heard">{said(name)}</span>
        </>
      }
      yes={t('councilDesk.list.yes')}
      no={t('councilDesk.list.no')}
      isSending={isSending}
      onYes={onYes}
      onLeave={onLeave}
    >
      <p>
        <strong>{t('councilDesk.list.sure')}</strong>
      </p>
      <p>{t('councilDesk.list.begins', { seats, tasks, sessions })}</p>
      <p>{t('councilDesk.list.becomes', { agency: agencyName(agency) })}</p>
    </Sure>
  )
}

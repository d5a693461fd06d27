import { sayDay } from '@ieum/wording'
import { getRouteApi } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { RulebookBoundary } from '../../rulebook/rulebook-boundary.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { ofPost } from '../client/paths.ts'
import { useAsked } from '../client/use-asked.ts'
import { DeskPage } from '../desk-page.tsx'
import { RefusedText } from '../refused-text.tsx'
import { sayMoment } from '../say-moment.ts'
import '../agency.css'

const route = getRouteApi('/desk/$post/installations')

interface KnownInstallation {
  readonly id: string
  readonly name: string
  readonly baseUrl: string
  readonly agencies: readonly string[]
  readonly knownSince: string
  readonly fingerprint: string
  readonly formerKeys: readonly { readonly fingerprint: string; readonly until: string }[]
  readonly waiting: number
  readonly lastHeard: string | null
}

/** Other installations that firms are handed to and come from. It is to be read only: they are made known at the command line. */
export function InstallationsPage() {
  const { t } = useTranslation()
  const { post } = route.useParams()
  return (
    <DeskPage post={post} title={t('agency.installations.title')} lead={<p>{t('agency.installations.lead')}</p>}>
      {() => <Shown key={post} post={post} />}
    </DeskPage>
  )
}

function Shown({ post }: { post: string }) {
  const { t } = useTranslation()
  const { value, refused, again } = useAsked<{ installations: readonly KnownInstallation[] }>(
    ofPost(post).installations,
  )
  if (!value) return refused ? <RefusedText refused={refused} again={again} /> : <Waiting />
  if (value.installations.length === 0) return <p className="desk-nothing">{t('agency.installations.none')}</p>
  return (
    <RulebookBoundary>
      <div className="agency-posts">
        {value.installations.map(one => (
          <Installation key={one.id} known={one} />
        ))}
      </div>
    </RulebookBoundary>
  )
}

function Installation({ known }: { known: KnownInstallation }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const agencyName = useAgencyName()
  const { id, name, baseUrl, agencies, knownSince, fingerprint, formerKeys, waiting, lastHeard } = known
  return (
    <article className="agency-post agency-installation" aria-labelledby={`installation-${id}`}>
      <h2 id={`installation-${id}`}>
        <WithKorean text={name} />
      </h2>
      <dl>
        <dt>{t('agency.installations.agencies')}</dt>
        <dd>{agencies.map(agencyName).join(', ')}</dd>
        <dt>{t('agency.installations.address')}</dt>
        <dd>{baseUrl}</dd>
        <dt>{t('agency.installations.fingerprint')}</dt>
        <dd>
          <code>{fingerprint}</code>
        </dd>
        {formerKeys.map(former => (
          <Fragment key={former.fingerprint}>
            <dt>{t('agency.installations.former', { day: sayDay(former.until, language) })}</dt>
            <dd>
              <code>{former.fingerprint}</code>
            </dd>
          </Fragment>
        ))}
        <dt>{t('agency.installations.since')}</dt>
        <dd>{sayMoment(knownSince, language)}</dd>
        <dt>{t('agency.installations.heard')}</dt>
        <dd>{lastHeard ? sayMoment(lastHeard, language) : t('agency.installations.never')}</dd>
        <dt>{t('agency.installations.waiting')}</dt>
        <dd>{t('agency.installations.count', { count: waiting })}</dd>
      </dl>
    </article>
  )
}

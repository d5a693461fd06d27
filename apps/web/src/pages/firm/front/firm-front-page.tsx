import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { FirmCapacity, Referrals } from '../../../desk/client/shapes.ts'
import { useAsked } from '../../../desk/client/use-asked.ts'
import { RefusedText } from '../../../desk/refused-text.tsx'
import { useWho } from '../../../desk/who.ts'
import { RulebookBoundary } from '../../../rulebook/rulebook-boundary.tsx'
import { Waiting } from '../../../shell/waiting.tsx'
import { ofFirm } from '../client/of-firm.ts'
import type { Dossier, Members, Notices } from '../client/shapes.ts'
import { FirmPage } from '../firm-page.tsx'
import { DossierInShort } from './dossier-in-short.tsx'
import { OwnReferrals } from './own-referrals.tsx'
import { ToDo } from './to-do.tsx'
import { UnreadNotices } from './unread-notices.tsx'

const route = getRouteApi('/firm/$firm')

/** The firm's own page: what waits for it first, then how its referrals stand. */
export function FirmFrontPage() {
  const { t } = useTranslation()
  const { firm } = route.useParams()
  return (
    <FirmPage firm={firm} title={t('firm.front.title')}>
      {capacity => <Shown key={firm} capacity={capacity} />}
    </FirmPage>
  )
}

function Shown({ capacity }: { capacity: FirmCapacity }) {
  const { t } = useTranslation()
  const { firm, role } = capacity
  const of = ofFirm(firm)
  const referrals = useAsked<Referrals>(of.referrals)
  const dossier = useAsked<Dossier>(of.dossier)
  const notices = useAsked<Notices>('/api/me/notices?unread=true')
  const who = useWho()
  const firms = who.is === 'signed in' ? who.me.firms.map(({ firm }) => firm) : [firm]
  const members = useAsked<Members>(role === 'firm-member' ? of.members : undefined)
  if (!referrals.value)
    return referrals.refused ? <RefusedText refused={referrals.refused} again={referrals.again} /> : <Waiting />
  return (
    <RulebookBoundary>
      <div className="firm-parts">
        <ToDo capacity={capacity} lines={referrals.value.lines} requests={members.value?.requests.length ?? 0} />
        <OwnReferrals firm={firm} lines={referrals.value.lines} />
        <div className="firm-halves">
          <UnreadNotices notices={notices.value} refused={notices.refused} again={notices.again} firms={firms} />
          {dossier.value ? (
            <DossierInShort dossier={dossier.value} />
          ) : dossier.refused ? (
            <RefusedText refused={dossier.refused} again={dossier.again} />
          ) : (
            <p role="status">{t('shell.waiting')}</p>
          )}
        </div>
        <p>
          <Link to="/me/firms/new">{t('firm.front.another')}</Link>
        </p>
      </div>
    </RulebookBoundary>
  )
}

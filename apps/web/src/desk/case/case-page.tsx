import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RulebookBoundary } from '../../rulebook/rulebook-boundary.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { AgencyContacts } from '../agency-contacts.tsx'
import { ofPost } from '../client/paths.ts'
import type { Case, PostCapacity } from '../client/shapes.ts'
import { type Asked, useAsked } from '../client/use-asked.ts'
import { DeskPage } from '../desk-page.tsx'
import { KeysSwitch } from '../keys-switch.tsx'
import { RefusedText } from '../refused-text.tsx'
import { useWho } from '../who.ts'
import { AccessEnded } from './access-ended.tsx'
import { CaseHead } from './case-head.tsx'
import { CaseHistory } from './case-history.tsx'
import { CaseLink } from './case-link.tsx'
import { CaseMoves } from './case-moves.tsx'
import { CaseProof } from './case-proof.tsx'
import { Consents } from './consents.tsx'
import { Decisions } from './decisions.tsx'
import { Papers } from './papers.tsx'
import { TakeCase } from './take-case.tsx'

const route = getRouteApi('/desk/$post/cases/$referral')

/** One case. Its title is the number alone: titles stay in the history of a browser, and firms do not belong there. */
export function CasePage() {
  const { t } = useTranslation()
  const { post, referral } = route.useParams()
  const who = useWho()
  const asked = useAsked<Case>(who.is === 'signed in' ? ofPost(post).referral(referral) : undefined)
  const shown = asked.value?.id === referral ? asked.value : undefined
  return (
    <DeskPage key={referral} post={post} title={shown?.number ?? t('desk.case.title')}>
      {capacity => <CaseShown shown={shown} asked={asked} capacity={capacity} />}
    </DeskPage>
  )
}

interface CaseShownProps {
  shown: Case | undefined
  asked: Asked<Case>
  capacity: PostCapacity
}

function CaseShown({ shown, asked: { refused, isAsking, again }, capacity }: CaseShownProps) {
  const { post } = capacity
  const { t } = useTranslation()
  const [told, setTold] = useState<string>()

  if (!shown)
    return refused ? (
      <RefusedText refused={refused} {...(refused.status !== 404 && refused.code !== 'not-here' && { again })}>
        <p>
          <Link to="/desk/$post" params={{ post }}>
            {t('desk.case.toBox')}
          </Link>
        </p>
      </RefusedText>
    ) : (
      <Waiting />
    )

  return (
    <div className="case">
      <CaseHead shown={shown} post={post} />
      {refused ? <RefusedText refused={refused} again={again} /> : null}
      <CaseMoves shown={shown} post={post} isStale={isAsking} told={told} onTold={setTold} onChanged={again} />
      <AccessEnded shown={shown} />
      <div className="case-columns">
        <div>
          {shown.proof ? null : <CaseHistory shown={shown} />}
          {shown.proof ? (
            <RulebookBoundary>
              <CaseProof proof={shown.proof} decisions={shown.decisions} link={shown.link} from={shown.from.agency} />
            </RulebookBoundary>
          ) : null}
          <RulebookBoundary>
            <Decisions shown={shown} capacity={capacity} onChanged={again} />
          </RulebookBoundary>
          {shown.access === 'stands' ? <Papers shown={shown} post={post} /> : null}
        </div>
        <div>
          {shown.proof ? <CaseHistory shown={shown} /> : null}
          <Consents shown={shown} />
          <section className="case-section">
            <h2>{t('desk.contacts.title')}</h2>
            <RulebookBoundary>
              <AgencyContacts case={shown} />
            </RulebookBoundary>
          </section>
          <CaseLink shown={shown} post={post} />
          <TakeCase shown={shown} capacity={capacity} />
        </div>
      </div>
      <KeysSwitch />
    </div>
  )
}

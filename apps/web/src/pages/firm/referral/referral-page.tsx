import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgencyContacts } from '../../../desk/agency-contacts.tsx'
import type { FirmCapacity } from '../../../desk/client/shapes.ts'
import { useAsked } from '../../../desk/client/use-asked.ts'
import { RefusedText } from '../../../desk/refused-text.tsx'
import { WithKorean } from '../../../parts/with-korean.tsx'
import { RulebookBoundary } from '../../../rulebook/rulebook-boundary.tsx'
import { Waiting } from '../../../shell/waiting.tsx'
import { ofFirm } from '../client/of-firm.ts'
import type { OwnCase } from '../client/shapes.ts'
import { FirmPage } from '../firm-page.tsx'
import { AfterNo } from './after-no.tsx'
import { AskedBack } from './asked-back.tsx'
import { ConsentForm } from './consent-form.tsx'
import { FromCouncil } from './from-council.tsx'
import { GivenConsents } from './given-consents.tsx'
import { History } from './history.tsx'
import { LeaveReferral } from './leave-referral.tsx'
import { NotCounted } from './not-counted.tsx'
import type { Uncounted } from './part-props.ts'
import { StationLine } from './station-line.tsx'
import { Turn } from './turn.tsx'

const route = getRouteApi('/firm/$firm/referrals/$referral')

export function FirmReferralPage() {
  const { t } = useTranslation()
  const { firm, referral } = route.useParams()
  const [number, setNumber] = useState<string>()
  return (
    <FirmPage
      key={referral}
      firm={firm}
      title={number ? t('firm.referral.numbered', { number }) : t('firm.referral.title')}
    >
      {capacity => <Shown capacity={capacity} referral={referral} onNumber={setNumber} />}
    </FirmPage>
  )
}

interface ShownProps {
  capacity: FirmCapacity
  referral: string
  onNumber: (number: string) => void
}

function Shown({ capacity, referral, onNumber }: ShownProps) {
  const { t } = useTranslation()
  const { firm } = capacity
  const { value, refused, isAsking, again } = useAsked<OwnCase>(ofFirm(firm).referral(referral))
  const [told, setTold] = useState<string>()
  const [uncounted, setUncounted] = useState<Uncounted>()
  const stale = useCallback(
    (tried?: Uncounted) => {
      setUncounted(tried)
      again()
    },
    [again],
  )
  const number = value?.number
  useEffect(() => {
    if (number) onNumber(number)
  }, [number, onNumber])

  if (!value)
    return refused ? (
      <RefusedText refused={refused} {...(refused.status !== 404 && { again })}>
        <p>
          <Link to="/firm/$firm" params={{ firm }}>
            {t('firm.toFront')}
          </Link>
        </p>
      </RefusedText>
    ) : (
      <Waiting />
    )

  const changed = (text: string) => {
    setTold(text)
    setUncounted(undefined)
    again()
  }
  const parts = { capacity, shown: value, isStale: isAsking, onChanged: changed, onStale: stale }
  return (
    <RulebookBoundary>
      <div className="firm-parts">
        {/* A status that is there from the start is read out when something comes into it. */}
        <p role="status" className={told ? 'firm-told' : 'only-heard'}>
          <WithKorean text={told ?? ''} />
        </p>
        {refused ? <RefusedText refused={refused} again={again} /> : null}
        {uncounted && value.state !== 'drafted' ? <NotCounted shown={value} tried={uncounted} /> : null}
        <Turn shown={value} />
        <FromCouncil shown={value} />
        <AskedBack {...parts} />
        <AfterNo shown={value} firm={firm} />
        <StationLine shown={value} />
        {value.state === 'drafted' ? <ConsentForm {...parts} /> : null}
        <GivenConsents {...parts} />
        <History shown={value} />
        <section className="firm-section" aria-labelledby="contacts-title">
          <h2 id="contacts-title">{t('desk.contacts.title')}</h2>
          <AgencyContacts case={value} />
        </section>
        {value.state === 'drafted' ? null : <LeaveReferral {...parts} />}
      </div>
    </RulebookBoundary>
  )
}

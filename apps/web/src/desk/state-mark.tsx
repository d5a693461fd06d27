import type { AgreementState, ReferralState } from '@ieum/desk'
import type { Standing } from '@ieum/matching'
import { sayAgreementState, sayReferralState } from '@ieum/wording'
import { type Sign, VerdictSign } from '../parts/verdict-mark.tsx'
import { useLanguage } from '../words/use-language.ts'

interface Look {
  readonly standing: Standing
  readonly sign?: Sign
}

/** Who waits, a person at work, something asked back, a yes, a no: the word says the rest. */
const looks: Record<ReferralState, Look> = {
  drafted: { standing: 'to-check' },
  consented: { standing: 'soon', sign: 'condition' },
  sent: { standing: 'soon' },
  received: { standing: 'soon' },
  'under-review': { standing: 'soon', sign: 'judgement' },
  returned: { standing: 'after-change' },
  accepted: { standing: 'now' },
  enrolled: { standing: 'now' },
  completed: { standing: 'now' },
  declined: { standing: 'not' },
  failed: { standing: 'not' },
  recalled: { standing: 'not' },
  withdrawn: { standing: 'not' },
  expired: { standing: 'not' },
  're-routed': { standing: 'after-change' },
}

export function StateMark({ state }: { state: ReferralState }) {
  const language = useLanguage()
  return <Mark look={looks[state] ?? { standing: 'to-check' }} word={sayReferralState(state, language)} />
}

const agreementLooks: Record<AgreementState, Look> = {
  drafted: { standing: 'soon', sign: 'condition' },
  proposed: { standing: 'soon' },
  offered: { standing: 'soon', sign: 'judgement' },
  reviewed: { standing: 'soon' },
  agreed: { standing: 'now' },
  refused: { standing: 'not' },
  withdrawn: { standing: 'not' },
  ended: { standing: 'not' },
}

export function AgreementMark({ state }: { state: AgreementState }) {
  const language = useLanguage()
  return <Mark look={agreementLooks[state] ?? { standing: 'to-check' }} word={sayAgreementState(state, language)} />
}

function Mark({ look: { standing, sign }, word }: { look: Look; word: string }) {
  return (
    <span className="verdict-mark" data-standing={standing}>
      <VerdictSign standing={standing} {...(sign && { sign })} />
      {word}
    </span>
  )
}

import type { ReferralState } from '@ieum/desk'
import { sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { DaysLeft } from '../../../desk/days-left.tsx'
import { ProgrammeLine } from '../../../desk/programme-line.tsx'
import { StateMark } from '../../../desk/state-mark.tsx'
import { useAgencyName } from '../../../parts/use-agency-name.ts'
import { useLanguage } from '../../../words/use-language.ts'
import type { OwnCase } from '../client/shapes.ts'

/** From where to where, how it stands, and who has to do what until when. */
export function Turn({ shown }: { shown: OwnCase }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const agencyName = useAgencyName()
  const { from, to, state, due, daysLeft } = shown
  const whose = whoseTurn(state)
  const agency = agencyName(whose === 'sender' ? from.agency : to.agency)
  return (
    <section className="firm-turn">
      <div className="firm-way">
        <ProgrammeLine agency={from.agency} programme={from.programme} linked />
        <span className="firm-way-arrow">
          <span aria-hidden="true">→</span>
          <span className="only-heard">{t('firm.onwards')}</span>
        </span>
        <ProgrammeLine agency={to.agency} programme={to.programme} linked />
      </div>
      <p className="firm-state">
        <StateMark state={state} />
        <span>{t(`firm.turn.${state}`, { agency })}</span>
      </p>
      {due && whose !== 'nobody' ? (
        <p className="firm-due">
          {t('firm.referral.until', { day: sayDay(due, language) })} <DaysLeft days={daysLeft} due={due} />
        </p>
      ) : null}
    </section>
  )
}

function whoseTurn(state: ReferralState): 'firm' | 'sender' | 'receiver' | 'nobody' {
  switch (state) {
    case 'drafted':
      return 'firm'
    case 'consented':
    case 'returned':
      return 'sender'
    case 'sent':
    case 'received':
    case 'under-review':
    case 'accepted':
    case 'enrolled':
      return 'receiver'
    default:
      return 'nobody'
  }
}

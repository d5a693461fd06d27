import { sayDay, sayReason } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage } from '../../words/use-language.ts'
import type { Case } from '../client/shapes.ts'
import { DaysLeft } from '../days-left.tsx'
import { StateMark } from '../state-mark.tsx'
import { Way } from '../way.tsx'

/** Which firm, from where to where, how it stands, and what is due when. */
export function CaseHead({ shown, post }: { shown: Case; post: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { firm, from, to, state, due, daysLeft, reason, side, sentOn, reroutedFrom } = shown
  const isFilledIn =
    side === 'sender' && state === 'returned' && shown.filledIn.some(({ seq }) => seq === shown.changed)
  return (
    <div className="case-head">
      <p className="case-firm">
        {firm ? (
          <>
            <strong>
              <WithKorean text={firm.name} />
            </strong>{' '}
            <span className="case-firm-number">{asWritten(firm.number)}</span>
          </>
        ) : (
          t('desk.firmHidden')
        )}
      </p>
      <p>
        <Way
          from={{ agency: from.agency, programme: from.programme }}
          to={{ agency: to.agency, programme: to.programme }}
          linked
        />
      </p>
      <p className="case-state" id="case-state">
        <StateMark state={state} />
        {reason ? <span>{sayReason(reason, language)}</span> : null}
        {daysLeft !== null ? (
          <span className="case-due">
            <DaysLeft days={daysLeft} due={due} /> {due ? t('desk.case.due', { day: sayDay(due, language) }) : null}
          </span>
        ) : null}
      </p>
      <p className="case-turn">
        {t(isFilledIn ? 'desk.case.turn.filledIn' : turnOf(side, state))}
        {sentOn ? ` ${t('desk.case.sentOn', { day: sayDay(sentOn, language) })}` : null}
        {reroutedFrom ? (
          <>
            {' '}
            <Link to="/desk/$post/cases/$referral" params={{ post, referral: reroutedFrom }}>
              {t('desk.case.reroutedFrom')}
            </Link>
          </>
        ) : null}
      </p>
    </div>
  )
}

/** 999-81-00015. */
const asWritten = (number: string): string => number.replace(/^(\d{3})(\d{2})(\d{5})$/, '$1-$2-$3')

function turnOf(side: Case['side'], state: Case['state']) {
  switch (state) {
    case 'drafted':
      return 'desk.case.turn.firm'
    case 'consented':
      return side === 'sender' ? 'desk.case.turn.send' : 'desk.case.turn.sender'
    case 'sent':
    case 'received':
    case 'under-review':
      return side === 'receiver' ? 'desk.case.turn.answer' : 'desk.case.turn.receiver'
    case 'returned':
      return side === 'sender' ? 'desk.case.turn.add' : 'desk.case.turn.sender'
    case 'accepted':
    case 'enrolled':
      return side === 'receiver' ? 'desk.case.turn.follow' : 'desk.case.turn.underWay'
    case 'declined':
    case 'expired':
      return side === 'sender' ? 'desk.case.turn.reroute' : 'desk.case.turn.over'
    default:
      return 'desk.case.turn.over'
  }
}

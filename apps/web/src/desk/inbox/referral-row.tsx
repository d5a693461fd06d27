import { sayDay, sayReason } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage } from '../../words/use-language.ts'
import type { ReferralLine } from '../client/shapes.ts'
import { DaysLeft } from '../days-left.tsx'
import { StateMark } from '../state-mark.tsx'
import { endsOf, Way } from '../way.tsx'

interface ReferralRowProps {
  line: ReferralLine
  post: string
  box: 'in' | 'out'
  nameOfPost: (post: string | null) => string
  /** Left out where none is chosen from. */
  isChosen?: boolean
  onChoose?: (isChosen: boolean) => void
}

/** One line of the board: which firm, from where to where, how it stands, how long there is. */
export function ReferralRow({ line, post, box, nameOfPost, isChosen = false, onChoose }: ReferralRowProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <li className="desk-row">
      {onChoose ? (
        <label className="desk-row-choose">
          <span className="only-heard">{t('desk.several.choose', { number: line.number })}</span>
          <input type="checkbox" checked={isChosen} onChange={event => onChoose(event.target.checked)} />
        </label>
      ) : null}
      <p className="desk-row-firm">
        <Link to="/desk/$post/cases/$referral" params={{ post, referral: line.id }} data-row-link="">
          <span className="desk-number">{line.number}</span>{' '}
          {line.firm ? <WithKorean text={line.firm.name} /> : t('desk.firmHidden')}
        </Link>
      </p>
      <p className="desk-row-way">
        <Way {...endsOf(line)} isShort />
      </p>
      <p className="desk-row-state">
        <StateMark state={line.state} />
        {line.reason ? <small>{sayReason(line.reason, language)}</small> : null}
      </p>
      <p className="desk-row-days">
        <DaysLeft days={line.daysLeft} due={line.due} />
        {line.due ? <small>{sayDay(line.due, language)}</small> : null}
      </p>
      <p className="desk-row-post">
        <span className="only-heard">{t(`desk.inbox.post.${box}`)} </span>
        {nameOfPost(line.post)}
      </p>
    </li>
  )
}

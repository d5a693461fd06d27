import { type ReferralState, states } from '@ieum/desk'
import { sayReferralState } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../words/use-language.ts'
import type { Referrals } from '../client/shapes.ts'

interface StateChipsProps {
  counts: Referrals['counts']
  chosen: ReferralState | undefined
  onChoose: (state: ReferralState | undefined) => void
}

/** The states that occur, each with how many of the box are in it. */
export function StateChips({ counts, chosen, onChoose }: StateChipsProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const shown = states.filter(state => (counts[state] ?? 0) > 0 || state === chosen)
  if (shown.length === 0) return null
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <fieldset className="desk-chips">
      <legend className="only-heard">{t('desk.inbox.states')}</legend>
      <button type="button" aria-pressed={chosen === undefined} onClick={() => onChoose(undefined)}>
        {t('desk.inbox.all')} <strong>{all}</strong>
      </button>
      {shown.map(state => (
        <button
          key={state}
          type="button"
          aria-pressed={chosen === state}
          onClick={() => onChoose(chosen === state ? undefined : state)}
        >
          {sayReferralState(state, language)} <strong>{counts[state] ?? 0}</strong>
        </button>
      ))}
    </fieldset>
  )
}

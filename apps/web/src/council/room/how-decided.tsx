import { useTranslation } from 'react-i18next'
import type { DecisionDraft } from './decision-draft.ts'
import { Fault } from './fault.tsx'

interface HowDecidedProps {
  draft: DecisionDraft
  /** Seats that are taken: no more hands than these are counted. */
  present: number
  isFaulty: boolean
  onChange: (part: Pick<DecisionDraft, 'isCounted'> | Pick<DecisionDraft, 'votes'>) => void
}

/** Without objection, or by counted hands. */
export function HowDecided({ draft, present, isFaulty, onChange }: HowDecidedProps) {
  const { t } = useTranslation()
  return (
    <fieldset>
      <legend className="field-label">{t('councilRoom.room.how')}</legend>
      <div className="room-choices">
        {[false, true].map(isCounted => (
          <label key={String(isCounted)} className="choice">
            <input
              type="radio"
              name="room-how"
              checked={draft.isCounted === isCounted}
              onChange={() => onChange({ isCounted })}
            />
            {t(isCounted ? 'councilRoom.room.counted' : 'councilRoom.room.withoutObjection')}
          </label>
        ))}
        {draft.isCounted
          ? (['for', 'against', 'abstained'] as const).map(side => (
              <label key={side} className="room-hands">
                {t(`councilRoom.room.${side}`)}
                <input
                  className="entry"
                  inputMode="numeric"
                  maxLength={3}
                  aria-invalid={isFaulty}
                  value={draft.votes[side]}
                  onChange={({ target }) => onChange({ votes: { ...draft.votes, [side]: target.value } })}
                />
              </label>
            ))
          : null}
      </div>
      <Fault shown={isFaulty}>{t('councilRoom.room.fault.votes', { present })}</Fault>
    </fieldset>
  )
}

import type { Reason } from '@ieum/desk'
import { sayReason } from '@ieum/wording'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Moved } from '../../../desk/client/shapes.ts'
import { useChange } from '../../../desk/client/use-change.ts'
import { RefusedText } from '../../../desk/refused-text.tsx'
import { useLanguage } from '../../../words/use-language.ts'
import { ofFirm } from '../client/of-firm.ts'
import type { PartProps } from './part-props.ts'

/** To leave a referral that is under way, with a reason that the agencies see. */
export function LeaveReferral({ capacity, shown, isStale, onChanged, onStale }: PartProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { isSending, refused, send } = useChange<Moved>()
  const [reason, setReason] = useState<Reason>()
  const [isMissing, setMissing] = useState(false)
  const reasons = shown.moves.find(({ move }) => move === 'withdraw')?.reasons
  if (!reasons) return null

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isSending || isStale) return
    if (!reason) {
      setMissing(true)
      document.getElementById(`leave-${reasons[0]}`)?.focus()
      return
    }
    const moved = await send(ofFirm(capacity.firm).move(shown.id), { move: 'withdraw', reason, changed: shown.changed })
    if (moved) onChanged(t('firm.leave.done'))
    else onStale()
  }
  return (
    <details className="firm-section firm-leave">
      <summary>{t('firm.leave.title')}</summary>
      <form onSubmit={event => void submit(event)} noValidate>
        <p>{t('firm.leave.text')}</p>
        {refused ? <RefusedText refused={refused} takesFocus /> : null}
        <fieldset aria-describedby={isMissing && !reason ? 'leave-missing' : undefined}>
          <legend className="field-label">{t('firm.leave.reason')}</legend>
          {isMissing && !reason ? (
            <p id="leave-missing" className="field-wrong" role="alert">
              {t('firm.leave.missing')}
            </p>
          ) : null}
          {reasons.map(one => (
            <label key={one} className="choice">
              <input
                type="radio"
                name="leave"
                id={`leave-${one}`}
                checked={reason === one}
                onChange={() => setReason(one)}
              />
              {sayReason(one, language)}
            </label>
          ))}
        </fieldset>
        <p className="row">
          <button type="submit" className="button quiet" aria-disabled={isSending || isStale}>
            {t(isSending ? 'firm.sending' : 'firm.leave.send')}
          </button>
        </p>
      </form>
    </details>
  )
}

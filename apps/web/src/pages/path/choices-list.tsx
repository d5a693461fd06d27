import type { Itinerary } from '@ieum/planning'
import { sayDay } from '@ieum/wording'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Money } from '../../parts/money.tsx'
import { useLanguage } from '../../words/use-language.ts'
import type { Choice } from './choices.ts'
import { Repaid } from './repaid.tsx'

interface ChoicesListProps {
  choices: readonly Choice[]
  shown: Itinerary
  pinned: Itinerary | undefined
  onShow: (itinerary: Itinerary) => void
  onPin: (itinerary: Itinerary | undefined) => void
}

/** The best by each measure; the rest when asked for. */
export function ChoicesList({ choices, shown, pinned, onShow, onPin }: ChoicesListProps) {
  const { t } = useTranslation()
  const [isAll, setIsAll] = useState(false)
  const best = choices.filter(({ because }) => because.length > 0)
  const first = choices.filter(choice => best.includes(choice) || choice.itinerary === shown)
  const rest = choices.length - first.length
  const listed = isAll ? choices : first

  return (
    <div className="path-choices no-print">
      <fieldset>
        <legend>{t('path.choices.title')}</legend>
        {listed.map(choice => (
          <ChoiceRow
            key={choice.at}
            choice={choice}
            isShown={choice.itinerary === shown}
            isPinned={choice.itinerary === pinned}
            isOnly={choices.length === 1}
            onShow={() => onShow(choice.itinerary)}
            onPin={() => onPin(choice.itinerary === pinned ? undefined : choice.itinerary)}
          />
        ))}
      </fieldset>
      {rest > 0 ? (
        <button type="button" className="plain-button" aria-expanded={isAll} onClick={() => setIsAll(!isAll)}>
          {isAll ? t('path.choices.restHide') : t('path.choices.rest', { count: rest })}
        </button>
      ) : null}
    </div>
  )
}

interface ChoiceRowProps {
  choice: Choice
  isShown: boolean
  isPinned: boolean
  isOnly: boolean
  onShow: () => void
  onPin: () => void
}

function ChoiceRow({ choice: { itinerary, because }, isShown, isPinned, isOnly, onShow, onPin }: ChoiceRowProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div className="path-choice" data-shown={isShown || undefined}>
      <label className="choice">
        <input type="radio" name="path-choice" checked={isShown} onChange={onShow} />
        <span>
          <strong>
            {because.length > 0
              ? because.map(reason => t(`path.reason.${reason}`)).join(' · ')
              : t(isOnly ? 'path.choices.only' : 'path.choices.other')}
          </strong>
          <span className="path-choice-figures">
            <span>{t('path.choices.summary', { day: sayDay(itinerary.arrives, language) })}</span>
            <span>
              <Money won={itinerary.support} /> · {t('path.measure.legs')}{' '}
              {t('path.measure.legsCount', { count: itinerary.legs.length })}
            </span>
            <Repaid itinerary={itinerary} />
          </span>
        </span>
      </label>
      {isOnly ? null : (
        <button type="button" className="plain-button path-pin" aria-pressed={isPinned} onClick={onPin}>
          {t(isPinned ? 'path.choices.unpin' : 'path.choices.pin')}
        </button>
      )}
    </div>
  )
}

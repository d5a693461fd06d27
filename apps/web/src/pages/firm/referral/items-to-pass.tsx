import type { FactName } from '@ieum/catalogue/records'
import { useTranslation } from 'react-i18next'
import { useFactWords } from '../../../facts/use-fact-words.ts'
import { WithKorean } from '../../../parts/with-korean.tsx'
import type { ConsentAsked, Dossier } from '../client/shapes.ts'

interface ItemsToPassProps {
  asked: ConsentAsked
  dossier: Dossier | undefined
  without: ReadonlySet<FactName>
  participations: boolean
  isDisabled: boolean
  onFact: (fact: FactName) => void
  onParticipations: () => void
}

/** What would be passed on, by name and value; each can be left out. */
export function ItemsToPass(props: ItemsToPassProps) {
  const { asked, dossier, without, participations, isDisabled, onFact, onParticipations } = props
  const { t } = useTranslation()
  const { nameOf, say } = useFactWords()
  const valueIn = (name: FactName): string | undefined => {
    const fact = dossier?.facts.find(one => one.name === name)
    return fact && say(name, fact.value)
  }
  const supports = dossier?.participations.length
  return (
    <fieldset className="consent-items">
      <legend>{t('firm.consent.choose')}</legend>
      <p className="field-help">{t('firm.consent.chooseHelp')}</p>
      {asked.facts.map(name => (
        <label key={name} className="choice">
          <input type="checkbox" checked={!without.has(name)} disabled={isDisabled} onChange={() => onFact(name)} />
          <span>
            {nameOf(name)}{' '}
            <span className="consent-value">
              <WithKorean text={valueIn(name) ?? ''} />
            </span>
          </span>
        </label>
      ))}
      {asked.participations ? (
        <label className="choice">
          <input type="checkbox" checked={participations} disabled={isDisabled} onChange={onParticipations} />
          <span>
            {t('firm.consent.participations')}{' '}
            <span className="consent-value">
              {supports === undefined ? '' : t('firm.consent.participationsCount', { count: supports })}
            </span>
          </span>
        </label>
      ) : null}
    </fieldset>
  )
}

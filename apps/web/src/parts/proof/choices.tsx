import type { Choice } from '@ieum/matching'
import { useTranslation } from 'react-i18next'
import { useFactWords } from '../../facts/use-fact-words.ts'

/** What to choose in the application so that a condition is met. */
export function Choices({ choices }: { choices: readonly (readonly Choice[])[] }) {
  const { t } = useTranslation()
  const { nameOf, say } = useFactWords()
  return (
    <div className="proof-known">
      {t('find.proof.choices')}:
      <ul className="proof-choices">
        {choices.map(set => (
          <li key={JSON.stringify(set)}>
            {set
              .map(
                ({ fact, values }) =>
                  `${nameOf(fact)} ${values.map(value => say(fact, value)).join(` ${t('find.proof.or')} `)}`,
              )
              .join(' + ')}
          </li>
        ))}
      </ul>
    </div>
  )
}

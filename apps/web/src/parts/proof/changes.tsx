import type { Change } from '@ieum/matching'
import { listDifference, sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useFactWords } from '../../facts/use-fact-words.ts'
import { useLanguage } from '../../words/use-language.ts'

/** Of many ways these are read; the others on demand. */
const mostShown = 6

/** The smallest sets of changes that would open a programme; any one of them is enough. */
export function Changes({ changes }: { changes: readonly (readonly Change[])[] }) {
  const { t } = useTranslation()
  if (changes.length === 0) return <p className="proof-known">{t('find.proof.noChange')}</p>
  const others = changes.slice(mostShown)
  return (
    <div className="changes">
      <p>
        <strong>{t('find.proof.changesTitle')}</strong>
      </p>
      <Sets sets={changes.slice(0, mostShown)} />
      {others.length > 0 ? (
        <details>
          <summary>{t('find.proof.otherWays', { count: others.length })}</summary>
          <Sets sets={others} />
        </details>
      ) : null}
    </div>
  )
}

function Sets({ sets }: { sets: readonly (readonly Change[])[] }) {
  const { t } = useTranslation()
  return (
    <ul>
      {sets.map((set, index) => (
        <li key={JSON.stringify(set)}>
          {index > 0 ? <span className="changes-or">{t('find.proof.or')}</span> : null}
          <ul>
            {set.map(change => (
              <OneChange key={change.fact} change={change} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

/** What would have to be otherwise, and who can make it so. */
export function OneChange({ change }: { change: Change }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { nameOf, say } = useFactWords()
  const { fact, from, to, how, on } = change
  const list = listDifference(from, to)

  const said = (() => {
    const words = { fact: nameOf(fact), to: say(fact, to) }
    if (list?.added.length && !list.removed.length) return t('find.proof.add', { ...words, to: say(fact, list.added) })
    if (list?.removed.length && !list.added.length)
      return t('find.proof.drop', { ...words, to: say(fact, list.removed) })
    return from === undefined ? t('find.proof.to', words) : t('find.proof.fromTo', { ...words, from: say(fact, from) })
  })()

  return (
    <li className="change">
      <span>{said}</span>
      <small>
        {on ? `${t('find.proof.onDay', { day: sayDay(on, language) })} · ` : null}
        {t(`find.proof.how.${how}`)}
      </small>
    </li>
  )
}

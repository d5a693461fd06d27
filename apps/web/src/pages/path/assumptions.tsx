import type { Assumption } from '@ieum/planning'
import type { RuledEdition } from '@ieum/rules'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFactWords } from '../../facts/use-fact-words.ts'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useSaid } from '../../words/use-language.ts'

interface AssumptionsProps {
  assumes: readonly Assumption[]
  edition: RuledEdition | undefined
}

/** What a leg rests on without being known: answers that are missing, what officials judge, what the applicant chooses. */
export function Assumptions({ assumes, edition }: AssumptionsProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const { nameOf } = useFactWords()
  const { fact } = useDirectory()

  const labelOf = ({ id, exclusion }: Assumption): string => {
    const rule = (exclusion ? edition?.exclusions : edition?.criteria)?.find(rule => rule.id === id)
    return said(rule?.label) || id
  }
  const isAsked = (name: string): boolean => fact(name)?.ask !== undefined && fact(name)?.about === 'firm'
  const missing = [...new Set(assumes.filter(({ verdict }) => verdict === 'unknown').flatMap(({ facts }) => facts))]
  const judged = assumes.filter(({ verdict }) => verdict === 'judgement')
  const chosen = assumes.filter(({ verdict }) => verdict === 'condition')
  if (assumes.length === 0) return <span>{t('path.legs.sure')}</span>

  return (
    <ul className="path-assumes">
      {missing.length > 0 ? (
        <li>
          {t('path.legs.unknownFacts')}:{' '}
          {missing.map((name, at) => (
            <span key={name}>
              {at > 0 ? ' · ' : null}
              {isAsked(name) ? (
                <Link to="/find" search={{ ask: name }}>
                  {nameOf(name)}
                </Link>
              ) : (
                nameOf(name)
              )}
            </span>
          ))}
        </li>
      ) : null}
      <Folded name={t('path.legs.judgement')} sentences={judged.map(labelOf)} />
      <Folded name={t('path.legs.choices')} sentences={chosen.map(labelOf)} />
    </ul>
  )
}

function Folded({ name, sentences }: { name: string; sentences: readonly string[] }) {
  const { t } = useTranslation()
  if (sentences.length === 0) return null
  return (
    <li>
      <details>
        <summary>
          {name} {t('path.legs.more', { count: sentences.length })}
        </summary>
        <ul>
          {sentences.map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </li>
  )
}

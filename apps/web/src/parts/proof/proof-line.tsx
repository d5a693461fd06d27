import type { Reading } from '@ieum/rules'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFactWords } from '../../facts/use-fact-words.ts'
import { useSaid } from '../../words/use-language.ts'
import { CommonRuleLine } from '../common-rule-line.tsx'
import { CriterionMark } from '../criterion-mark.tsx'
import { WithKorean } from '../with-korean.tsx'
import { Choices } from './choices.tsx'
import type { ProofLine as Line } from './lines.ts'

interface ProofLineProps {
  line: Line
  onAsk?: ((fact: string) => void) | undefined
  /** Stands under what is known. */
  children?: ReactNode
}

/** One sentence of a notice. */
export function ProofLine({ line, onAsk, children }: ProofLineProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const { nameOf, say } = useFactWords()
  const { rule, result, toAsk } = line
  const known = result.because.filter((reading): reading is Required<Reading> => reading.value !== undefined)

  return (
    <li className="proof-line">
      <p className="proof-sentence">
        <CriterionMark
          verdict={result.verdict}
          exclusion={result.exclusion ?? false}
          waived={result.waived !== undefined}
        />{' '}
        {result.exclusion ? <span className="proof-kind">{t('find.proof.exclusions')} </span> : null}
        {said(rule.label) || rule.id}
      </p>
      {known.length > 0 ? (
        <p className="proof-known">
          {t('find.proof.know')}:{' '}
          {known.map(({ fact, value }, index) => (
            <span key={fact}>
              {index > 0 ? ' · ' : null}
              {nameOf(fact)}{' '}
              <strong>
                <WithKorean text={say(fact, value)} />
              </strong>
            </span>
          ))}
        </p>
      ) : null}
      {children}
      {toAsk.length > 0 ? (
        <p className="proof-known">
          {t('find.proof.toAsk')}:{' '}
          {toAsk.map((fact, index) => (
            <span key={fact}>
              {index > 0 ? ' · ' : null}
              {onAsk ? (
                <button type="button" className="link-button" onClick={() => onAsk(fact)}>
                  {nameOf(fact)}
                </button>
              ) : (
                nameOf(fact)
              )}
            </span>
          ))}
        </p>
      ) : null}
      {result.verdict === 'judgement' && result.waived === undefined ? (
        <p className="proof-known">{t('find.proof.judgement')}</p>
      ) : null}
      {result.choices?.length ? <Choices choices={result.choices} /> : null}
      {rule.common ? (
        <p className="proof-where">
          <CommonRuleLine id={rule.id} />
        </p>
      ) : null}
      {rule.source ? (
        <p className="proof-where">
          {t('find.proof.where')}: <WithKorean text={rule.source} />
        </p>
      ) : null}
    </li>
  )
}

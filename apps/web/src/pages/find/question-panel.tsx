import type { FactName } from '@ieum/catalogue/records'
import type { Match } from '@ieum/matching'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, answerNotKnown, declaration, declare, declareNotKnown, keepFirm } from '../../firm/firm-store.ts'
import { useFirm } from '../../firm/use-firm.ts'
import { useDirectory, useRulebook } from '../../rulebook/use-rulebook.ts'
import type { Row } from './grouped.ts'
import { type Asked, askNext, isPartOfDeclaration, stillToSettle } from './next-question.ts'
import { DeclarationForm } from './questions/declaration-form.tsx'
import { FactQuestion } from './questions/fact-question.tsx'

/** A question that settles no more than these is not among the important ones. */
const few = 3

interface QuestionPanelProps {
  match: Match
  toCheck: readonly Row[]
  /** A question that the visitor asked for, instead of the next best one. */
  wanted: FactName | undefined
  onDone: () => void
}

/** The question of the moment; where it settles little, first that one need not go on. */
export function QuestionPanel(props: QuestionPanelProps) {
  const { t } = useTranslation()
  const { facts } = useRulebook()
  const firm = useFirm()
  const asked = askNext(props.match, facts, firm)
  const isOptional = asked.is !== 'nothing' && asked.decides !== undefined && asked.decides <= few
  const left = stillToSettle(
    props.toCheck.map(({ result }) => result),
    facts,
    firm,
  )
  return (
    <>
      <p role="status" className={isOptional ? 'question-optional' : 'only-heard'}>
        {isOptional
          ? [t('find.question.enough'), left > 0 && t('find.question.goOn', { count: left })].filter(Boolean).join(' ')
          : ''}
      </p>
      <Question {...props} next={asked} />
    </>
  )
}

function Question({ next, wanted, onDone }: QuestionPanelProps & { next: Asked }) {
  const { facts } = useRulebook()
  const { fact } = useDirectory()
  const firm = useFirm()
  // The first question leaves the focus at the page's heading; each later one takes it.
  const [hasAnswered, setHasAnswered] = useState(false)
  const exclusions = useMemo(() => facts.filter(isPartOfDeclaration), [facts])
  const exclusionNames = exclusions.map(({ name }) => name)

  const asked: Asked = (() => {
    if (wanted === declaration) return { is: 'declaration' }
    const wantedFact = wanted === undefined ? undefined : fact(wanted)
    return wantedFact ? { is: 'fact', fact: wantedFact } : next
  })()
  const answered = (told: typeof firm) => {
    keepFirm(told)
    setHasAnswered(true)
    onDone()
  }
  const takesFocus = hasAnswered || wanted !== undefined
  const onCancel = wanted === undefined ? undefined : onDone

  switch (asked.is) {
    case 'nothing':
      return <NothingToAsk unknownLeft={asked.unknownLeft} />
    case 'declaration':
      return (
        <DeclarationForm
          key={declaration}
          exclusions={exclusions}
          decides={asked.decides}
          takesFocus={takesFocus}
          onAnswer={applying => answered(declare(firm, exclusionNames, applying))}
          onUnknown={() => answered(declareNotKnown(firm, exclusionNames))}
          onCancel={onCancel}
        />
      )
    case 'fact': {
      const { name } = asked.fact
      return (
        <FactQuestion
          key={name}
          fact={asked.fact}
          value={firm.facts[name]}
          decides={asked.decides}
          takesFocus={takesFocus}
          onAnswer={value => answered(answer(firm, name, value))}
          onUnknown={() => answered(answerNotKnown(firm, name))}
          onCancel={onCancel}
        />
      )
    }
  }
}

function NothingToAsk({ unknownLeft }: { unknownLeft: boolean }) {
  const { t } = useTranslation()
  return (
    <div className="question">
      <h2>{t('find.question.done')}</h2>
      <p>{t(unknownLeft ? 'find.question.doneUnknown' : 'find.question.doneText')}</p>
    </div>
  )
}

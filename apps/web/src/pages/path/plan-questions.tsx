import type { Fact, FactName, Firm, Value } from '@ieum/catalogue/records'
import type { PlanQuestion } from '@ieum/planning'
import { sayDay } from '@ieum/wording'
import { lazy, Suspense, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFactWords } from '../../facts/use-fact-words.ts'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import { questionAsked } from '../find/questions/use-question.ts'
import { daysOrMonths } from './differences.ts'
import { planStatusId } from './plan-status.tsx'

/** The forms of Find; fetched when the first question is answered here. */
const FactQuestion = lazy(async () => ({
  default: (await import('../find/questions/fact-question.tsx')).FactQuestion,
}))

interface PlanQuestionsProps {
  /** Left out while they are not known. */
  questions: readonly PlanQuestion[] | undefined
  /** How many itineraries there are. */
  of: number
  firm: Firm
  onTell: (fact: FactName, value: Value | undefined) => void
}

/** The answers that may change the plan most, to be given here. */
export function PlanQuestions({ questions, of, firm, onTell }: PlanQuestionsProps) {
  const { t } = useTranslation()
  const title = useId()
  const { fact: factOf } = useDirectory()
  const [open, setOpen] = useState<FactName>()
  const asked = (questions ?? []).flatMap(question => {
    const fact = factOf(question.fact)
    return fact ? [{ question, fact }] : []
  })
  if (asked.length === 0) return null

  const tell = (name: FactName, value: Value | undefined) => {
    setOpen(undefined)
    onTell(name, value)
    // The question may go; how far the new plan is stays.
    document.getElementById(planStatusId)?.focus()
  }
  return (
    <section className="path-questions no-print" aria-labelledby={title}>
      <h2 id={title}>{t('path.questions.title')}</h2>
      <p className="field-help">{t('path.questions.means')}</p>
      <ul>
        {asked.map(({ question, fact }) => (
          <li key={fact.name}>
            {open === fact.name ? (
              <Suspense fallback={<p role="status">{t('path.questions.opening')}</p>}>
                <FactQuestion
                  fact={fact}
                  value={firm.facts[fact.name]}
                  takesFocus
                  onAnswer={value => tell(fact.name, value)}
                  onUnknown={() => tell(fact.name, undefined)}
                  onCancel={() => setOpen(undefined)}
                />
              </Suspense>
            ) : (
              <Asked fact={fact} onOpen={() => setOpen(fact.name)} />
            )}
            <Effect question={question} of={of} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Asked({ fact, onOpen }: { fact: Fact; onOpen: () => void }) {
  const { t } = useTranslation()
  const said = useSaid()
  const { nameOf } = useFactWords()
  const question = questionAsked(said(fact.question) || nameOf(fact.name), fact.unit)
  return (
    <div className="path-question">
      <h3>{question}</h3>
      <button
        type="button"
        className="button quiet"
        onClick={onOpen}
        aria-label={`${t('path.questions.answer')}: ${question}`}
      >
        {t('path.questions.answer')}
      </button>
    </div>
  )
}

/** What a bad answer would do, and how much rests on it. */
function Effect({
  question: { fact, answer, arrives, later, itineraries },
  of,
}: {
  question: PlanQuestion
  of: number
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { say } = useFactWords()
  const told = later === null ? undefined : daysOrMonths(later)
  const time = told && t(`path.measure.${told.in}`, { count: told.count })
  return (
    <ul className="path-question-effect">
      <li>
        {t('path.questions.if', { answer: say(fact, answer) })}{' '}
        <strong>
          {arrives === null || later === null
            ? t('path.questions.noWay')
            : t(later > 0 ? 'path.questions.later' : 'path.questions.earlier', {
                time,
                day: sayDay(arrives, language),
              })}
        </strong>
      </li>
      {of === 1 ? null : (
        <li>
          {itineraries === of
            ? t('path.questions.restOnAll')
            : t('path.questions.restOn', { count: itineraries, all: of })}
        </li>
      )}
    </ul>
  )
}

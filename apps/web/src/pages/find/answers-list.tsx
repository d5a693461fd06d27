import type { FactName } from '@ieum/catalogue/records'
import { Link } from '@tanstack/react-router'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFactWords } from '../../facts/use-fact-words.ts'
import { declaration, type FirmHere, keepFirm, takeBack, takeDeclarationBack } from '../../firm/firm-store.ts'
import { useFirm } from '../../firm/use-firm.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
import { useSaid } from '../../words/use-language.ts'
import { isPartOfDeclaration } from './next-question.ts'

/** Everything that was said, the last first; each answer can be changed or taken back. */
export function AnswersList({ onChange }: { onChange: (fact: FactName) => void }) {
  const { t } = useTranslation()
  const firm = useFirm()
  const said = useSaid()
  const { nameOf } = useFactWords()
  const { facts } = useRulebook()
  const exclusions = useMemo(() => facts.filter(isPartOfDeclaration).map(({ name }) => name), [facts])
  const heading = useRef<HTMLHeadingElement>(null)
  const sayAnswer = useAnswer(firm, exclusions)
  const told = firm.answered.filter(name => !(firm.declares && exclusions.includes(name))).toReversed()

  return (
    <section className="answers" aria-labelledby="answers-title">
      <h2 id="answers-title" ref={heading} tabIndex={-1}>
        {t('find.answers.title')}
      </h2>
      {firm.name ? <p>{said(firm.name)}</p> : null}
      {told.length === 0 ? <p className="field-help">{t('find.answers.none')}</p> : null}
      <dl>
        {told.map(fact => {
          const name = fact === declaration ? t('find.declaration.name') : nameOf(fact)
          return (
            <div key={fact} className="answer">
              <dt>{name}</dt>
              <dd>
                <WithKorean text={sayAnswer(fact)} />
              </dd>
              <dd className="answer-moves">
                <button
                  type="button"
                  className="plain-button"
                  aria-label={t('find.answers.changeNamed', { name })}
                  onClick={() => onChange(fact)}
                >
                  {t('find.answers.change')}
                </button>
                <button
                  type="button"
                  className="plain-button"
                  aria-label={t('find.answers.takeBackNamed', { name })}
                  onClick={() => {
                    keepFirm(fact === declaration ? takeDeclarationBack(firm, exclusions) : takeBack(firm, fact))
                    // The button goes with the answer; the focus must not be lost with it.
                    heading.current?.focus()
                  }}
                >
                  {t('find.answers.takeBack')}
                </button>
              </dd>
            </div>
          )
        })}
      </dl>
      {told.length > 0 ? (
        <p className="row">
          <Link to="/path">{t('find.answers.path')}</Link>
        </p>
      ) : null}
    </section>
  )
}

function useAnswer(firm: FirmHere, exclusions: readonly FactName[]): (fact: FactName) => string {
  const { t } = useTranslation()
  const { nameOf, say } = useFactWords()
  return fact => {
    if (firm.notKnown.includes(fact)) return t('parts.unknown')
    if (fact !== declaration) return say(fact, firm.facts[fact] ?? null)
    const applying = exclusions.filter(name => firm.facts[name] === true)
    return applying.length === 0
      ? t('find.declaration.allClear')
      : t('find.declaration.named', { names: applying.map(nameOf).join(', ') })
  }
}

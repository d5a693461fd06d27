import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import type { TypedTerms } from './typed-terms.ts'
import { type RuleOf, useRulesOf } from './use-rules-of.ts'

type Chosen = Pick<TypedTerms, 'waives' | 'accepts'>

interface CriteriaChoiceProps {
  programme: string
  chosen: Chosen
  onChange: (chosen: Chosen) => void
}

const ways = ['keep', 'waives', 'accepts'] as const

/** Each criterion of the receiving programme in its own words: looked at, not asked for, or decided by the sender. */
export function CriteriaChoice({ programme, chosen, onChange }: CriteriaChoiceProps) {
  const { t } = useTranslation()
  const { edition, rules } = useRulesOf(programme)
  const known = new Set(rules.map(({ id }) => id))
  // What an older notice asked for can still be taken out.
  const gone = [...new Set([...chosen.waives, ...chosen.accepts])].filter(id => !known.has(id))
  if (!programme) return <p className="desk-nothing">{t('agreement.rule.none')}</p>
  if (rules.length + gone.length === 0) return <p className="desk-nothing">{t('agreement.rule.nothing')}</p>

  const choose = (id: string, way: (typeof ways)[number]) => {
    const others = (ids: readonly string[]) => ids.filter(one => one !== id)
    onChange({
      waives: [...others(chosen.waives), ...(way === 'waives' ? [id] : [])],
      accepts: [...others(chosen.accepts), ...(way === 'accepts' ? [id] : [])],
    })
  }
  return (
    <>
      {edition ? (
        <p className="field-help">
          <WithKorean text={t('agreement.rule.of', { edition })} />
        </p>
      ) : null}
      {rules.map(rule => (
        <RuleChoice key={rule.id} rule={rule} chosen={chosen} onChoose={choose} />
      ))}
      {gone.map(id => (
        <RuleChoice
          key={id}
          rule={{ id, name: `${id} ${t('agreement.rule.gone')}`, isExclusion: false, isJudged: false }}
          chosen={chosen}
          onChoose={choose}
        />
      ))}
    </>
  )
}

interface RuleChoiceProps {
  rule: RuleOf
  chosen: Chosen
  onChoose: (id: string, way: (typeof ways)[number]) => void
}

function RuleChoice({ rule: { id, name, isExclusion, isJudged }, chosen, onChoose }: RuleChoiceProps) {
  const { t } = useTranslation()
  const now = chosen.waives.includes(id) ? 'waives' : chosen.accepts.includes(id) ? 'accepts' : 'keep'
  return (
    <fieldset className="rule-choice" data-way={now}>
      <legend>
        <WithKorean text={name} />
        {isExclusion ? <small> {t('agreement.rule.exclusion')}</small> : null}
        {isJudged ? <small> {t('agreement.rule.judged')}</small> : null}
      </legend>
      {ways.map(way => (
        <label key={way} className="choice">
          <input type="radio" name={`rule-${id}`} checked={now === way} onChange={() => onChoose(id, way)} />
          <span>{t(`agreement.rule.${way}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

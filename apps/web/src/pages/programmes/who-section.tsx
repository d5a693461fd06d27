import type { Rule, RuledEdition } from '@ieum/rules'
import { useTranslation } from 'react-i18next'
import { CommonRuleLine } from '../../parts/common-rule-line.tsx'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
import { useSaid } from '../../words/use-language.ts'
import { Section } from './section.tsx'

export function WhoSection({ edition }: { edition: RuledEdition }) {
  const { t } = useTranslation()
  const { criteria, exclusions, preferences } = edition
  return (
    <Section id="who" title={t('programmes.page.who')}>
      {criteria.length === 0 ? <p>{t('programmes.page.noCriteria')}</p> : null}
      <Sentences title={t('programmes.page.criteria')} rules={criteria} />
      <Sentences title={t('programmes.page.exclusions')} rules={exclusions} />
      <Sentences title={t('programmes.page.preferences')} rules={preferences} />
      <RulesAsWritten rules={[...criteria, ...exclusions, ...preferences]} />
    </Section>
  )
}

function Sentences({ title, rules }: { title: string; rules: readonly (Rule & { readonly points?: number })[] }) {
  const { t } = useTranslation()
  const said = useSaid()
  if (rules.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className="programme-sentences">
        {rules.map(rule => (
          <li key={rule.id}>
            {said(rule.label) || rule.id}
            {rule.points === undefined ? null : <strong> {t('programmes.page.points', { count: rule.points })}</strong>}
            {rule.common ? (
              <small>
                <CommonRuleLine id={rule.id} />
              </small>
            ) : null}
            <small>
              <WithKorean
                text={[rule.sentence === undefined ? t('programmes.page.judged') : undefined, rule.source]
                  .filter(Boolean)
                  .join(' · ')}
              />
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

/** For whoever wants to check the words against what is computed. */
function RulesAsWritten({ rules }: { rules: readonly Rule[] }) {
  const { t } = useTranslation()
  const said = useSaid()
  const { sentences } = useRulebook()
  const written = rules.filter(({ sentence }) => sentence !== undefined)
  if (written.length === 0) return null
  return (
    <details className="programme-rules">
      <summary>{t('programmes.page.rules')}</summary>
      <ul className="programme-sentences">
        {written.map(({ id, label, sentence }) => (
          <li key={`${id} ${sentence}`}>
            <code>{sentences[sentence!]?.text}</code>
            <small>{said(label) || id}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}

import type { CriterionResult } from '@ieum/matching'
import { sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useFactWords } from '../../facts/use-fact-words.ts'
import { OldNoticeWarning } from '../../parts/old-notice-warning.tsx'
import { type ProofLine as Line, proofLines } from '../../parts/proof/lines.ts'
import { ProofLine } from '../../parts/proof/proof-line.tsx'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useLanguage } from '../../words/use-language.ts'
import type { Case, CheckedDecision, PassedFact, CaseProof as Proof } from '../client/shapes.ts'
import { SignatureText } from './signature-text.tsx'

interface CaseProofProps {
  proof: Proof
  /** Those that may be seen, each with its signature checked. */
  decisions: readonly CheckedDecision[]
  link: Case['link']
  /** The agency that sends. */
  from: string
}

/** Each criterion of the receiving programme: how it stands by what was passed on, where that comes from, and what is not known. */
export function CaseProof({ proof, decisions, link, from }: CaseProofProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { programme } = useDirectory()
  const agencyName = useAgencyName()
  const { nameOf } = useFactWords()
  const editions = programme(proof.programme)?.editions
  const edition = editions?.find(one => one.edition === proof.edition) ?? editions?.at(-1)
  const { open, met, clear } = proofLines(
    { criteria: proof.criteria, missing: proof.missing },
    edition ?? { criteria: [], exclusions: [] },
  )
  const passed = (line: Line) => <Passed result={line.result} facts={proof.facts} link={link} signed={decisions} />
  return (
    <section className="case-section case-proof">
      <h2>{t('desk.case.proof')}</h2>
      <p className="field-help">
        {t('desk.case.proofOn', { day: sayDay(proof.on, language), edition: proof.edition ?? '' })}{' '}
        <OldNoticeWarning edition={edition} on={proof.on} />
      </p>
      {proof.missing.length > 0 ? (
        <div className="case-missing">
          <h3>{t('desk.case.missing', { count: proof.missing.length })}</h3>
          <p>
            <WithKorean text={proof.missing.map(nameOf).join(' · ')} />
          </p>
        </div>
      ) : null}
      <Lines title={t('desk.case.proofOpen')} lines={open} passed={passed} />
      <Lines title={t('desk.case.proofMet')} lines={met} passed={passed} />
      {clear.length > 0 ? (
        <details className="proof-folded">
          <summary>{t('find.proof.clearOnes', { count: clear.length })}</summary>
          <Lines lines={clear} passed={passed} />
        </details>
      ) : null}
      {link.accepts.length > 0 ? (
        <p className="field-help">{t('desk.case.accepts', { agency: agencyName(from) })}</p>
      ) : null}
    </section>
  )
}

function Lines({
  title,
  lines,
  passed,
}: {
  title?: string
  lines: readonly Line[]
  passed: (line: Line) => React.ReactNode
}) {
  if (lines.length === 0) return null
  return (
    <>
      {title ? <h3>{title}</h3> : null}
      <ul className="proof-lines">
        {lines.map(line => (
          <ProofLine key={`${line.result.exclusion ?? false} ${line.result.id}`} line={line}>
            {passed(line)}
          </ProofLine>
        ))}
      </ul>
    </>
  )
}

interface PassedProps {
  result: CriterionResult
  facts: Proof['facts']
  link: Case['link']
  signed: readonly CheckedDecision[]
}

/** Where what is known comes from, and whose decision stands in its place. */
function Passed({ result, facts, link, signed }: PassedProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { nameOf } = useFactWords()
  const agencyName = useAgencyName()
  const directory = useDirectory()
  const sourceName = ({ source, sourceName }: PassedFact) =>
    source === 'entered' ? '' : directory.agency(sourceName).id === sourceName ? agencyName(sourceName) : sourceName
  const known = result.because.flatMap(reading =>
    'fact' in reading && reading.value !== undefined && facts[reading.fact]
      ? [{ fact: reading.fact, passed: facts[reading.fact]! }]
      : [],
  )
  const decisions = result.because.flatMap(reading => decisionIn(reading))
  return (
    <>
      {known.map(({ fact, passed }) => (
        <p key={fact} className="proof-where">
          {nameOf(fact)}: <WithKorean text={t(`desk.case.source.${passed.source}`, { name: sourceName(passed) })} />{' '}
          {t('desk.case.asOf', { day: sayDay(passed.asOf, language) })}
        </p>
      ))}
      {decisions.map(({ id, agency, on }) => {
        const decision = signed.find(one => one.id === id)
        return (
          <div key={id} className="case-decision">
            <p className="proof-where">
              {t('desk.case.decision', { agency: agencyName(agency), day: sayDay(on, language) })}
            </p>
            {decision?.reason ? (
              <p className="case-note">
                <WithKorean text={decision.reason} />
              </p>
            ) : null}
            {decision ? (
              <SignatureText
                decision={decision}
                isAsSaid={decision.agency === agency && decision.on === on && saysTheSame(decision, result)}
              />
            ) : (
              <p className="case-signature-over">{t('desk.decisions.notHere')}</p>
            )}
          </div>
        )
      })}
      {result.waived !== undefined ? (
        <p className="proof-where">{t('desk.case.waived', { version: link.version })}</p>
      ) : null}
    </>
  )
}

interface Decision {
  readonly id: string
  readonly agency: string
  readonly on: string
}

/** What the proof says in the decision's name is what was signed. */
const saysTheSame = (decision: CheckedDecision, result: CriterionResult): boolean =>
  decision.criterion === result.id && decision.verdict === result.verdict

/** Where a link says so, the sending agency's decision stands in place of facts. */
const decisionIn = (reading: object): readonly Decision[] =>
  'decision' in reading ? [reading.decision as Decision] : []

import type { ProgrammeVerdict, Standing } from '@ieum/matching'
import { sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useFactWords } from '../../facts/use-fact-words.ts'
import { type Sign, VerdictSign } from '../../parts/verdict-mark.tsx'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage } from '../../words/use-language.ts'
import type { Candidate, Candidates } from '../client/shapes.ts'

interface CandidateRowsProps {
  found: Candidates
  /** One firm, or several. */
  kind: 'radio' | 'checkbox'
  chosen: ReadonlySet<string>
  onChoose: (firm: string, isChosen: boolean) => void
}

/** Firms with the verdict of the next programme; those that its rules exclude cannot be chosen, and say so. */
export function CandidateRows({ found: { candidates, underWay }, kind, chosen, onChoose }: CandidateRowsProps) {
  const { t } = useTranslation()
  return (
    <fieldset className="desk-candidates">
      <legend className="field-label">{t('desk.draft.candidates', { count: candidates.length })}</legend>
      {underWay > 0 ? <p className="field-help">{t('desk.draft.underWay', { count: underWay })}</p> : null}
      {candidates.length === 0 ? (
        <p className="desk-nothing">{t('desk.draft.nobody')}</p>
      ) : (
        <ul>
          {candidates.map(candidate => (
            <li key={candidate.firm}>
              <label className="choice">
                <input
                  type={kind}
                  name="firm"
                  value={candidate.firm}
                  disabled={candidate.verdict === 'not-eligible'}
                  checked={chosen.has(candidate.firm)}
                  onChange={event => onChoose(candidate.firm, event.target.checked)}
                />
                <CandidateText candidate={candidate} />
              </label>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  )
}

const looks: Record<ProgrammeVerdict, { standing: Standing; sign?: Sign }> = {
  eligible: { standing: 'now' },
  judgement: { standing: 'soon', sign: 'judgement' },
  unknown: { standing: 'to-check' },
  'not-eligible': { standing: 'not' },
}

function CandidateText({ candidate: { name, on, verdict, missing, before } }: { candidate: Candidate }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { nameOf } = useFactWords()
  const { standing, sign } = looks[verdict]
  return (
    <span className="desk-candidate">
      <strong>
        <WithKorean text={name} />
      </strong>
      <span>{sayDay(on, language)}</span>
      <span className="verdict-mark" data-standing={standing}>
        <VerdictSign standing={standing} {...(sign && { sign })} />
        {t(`desk.verdict.${verdict}`)}
      </span>
      {before ? <small>{t(`desk.draft.before.${before.state}`, { day: sayDay(before.on, language) })}</small> : null}
      {missing.length > 0 ? (
        <small>
          {t('desk.draft.missing')}: <WithKorean text={missing.map(nameOf).join(' · ')} />
        </small>
      ) : null}
    </span>
  )
}

import type { CriterionVerdict, Standing } from '@ieum/matching'
import { useTranslation } from 'react-i18next'
import { type Sign, VerdictSign } from './verdict-mark.tsx'

interface CriterionMarkProps {
  verdict: CriterionVerdict
  exclusion?: boolean
  /** A link waives it: it does not count. */
  waived?: boolean
}

/** How one sentence of a notice stands for the firm. An exclusion that holds is the bad case, so it reads the other way round. */
export function CriterionMark({ verdict, exclusion = false, waived = false }: CriterionMarkProps) {
  const { t } = useTranslation()
  const { standing, word, sign = standing } = waived ? ofWaived : (exclusion ? ofExclusion : ofCriterion)[verdict]
  return (
    <span className="verdict-mark" data-standing={standing}>
      <VerdictSign standing={standing} sign={sign} />
      {t(`parts.criterion.${word}`)}
    </span>
  )
}

interface Shown {
  standing: Standing
  word: CriterionVerdict | 'clear' | 'barred' | 'waived'
  sign?: Sign
}

const ofCriterion: Record<CriterionVerdict, Shown> = {
  met: { standing: 'now', word: 'met' },
  unmet: { standing: 'not', word: 'unmet' },
  unknown: { standing: 'to-check', word: 'unknown' },
  judgement: { standing: 'soon', word: 'judgement', sign: 'judgement' },
  condition: { standing: 'after-change', word: 'condition', sign: 'condition' },
}

const ofExclusion: Record<CriterionVerdict, Shown> = {
  ...ofCriterion,
  met: { standing: 'not', word: 'barred' },
  unmet: { standing: 'now', word: 'clear' },
}

const ofWaived: Shown = { standing: 'now', word: 'waived' }

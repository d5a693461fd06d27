import type { CriterionResult, ProgrammeVerdict } from './result.ts'

/** Not eligible if any criterion is unmet or any exclusion met; else unknown if any is; else judgement if any asks for one; else eligible. */
export function programmeVerdict(
  criteria: readonly Pick<CriterionResult, 'verdict' | 'exclusion'>[],
): ProgrammeVerdict {
  let verdict: ProgrammeVerdict = 'eligible'
  for (const criterion of criteria) {
    switch (criterion.verdict) {
      case 'met':
        if (criterion.exclusion) return 'not-eligible'
        break
      case 'unmet':
        if (!criterion.exclusion) return 'not-eligible'
        break
      case 'unknown':
        verdict = 'unknown'
        break
      case 'judgement':
        if (verdict === 'eligible') verdict = 'judgement'
        break
      case 'condition':
        break
    }
  }
  return verdict
}

/** The order in which test files begin. A run ends with its last file: those that take long must not be begun last. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Parts of paths, the longest first. vitest goes by what each file took the last time, which a fresh checkout does not know. */
const long = [
  'e2e/desk-accessibility',
  'e2e/accessibility',
  'e2e/firm-accessibility',
  'e2e/people-accessibility',
  'access/matrix',
  'exchange-papers',
  'sign-in/sign-in',
  'cli/src/installation',
  'cli/src/ieum',
  'trust/regexes',
  'planning/src/proof/exactness',
  'scripts/docs',
]

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const found = long.findIndex(part => moduleId.includes(`${part}.`))
      return found === -1 ? long.length : found
    }
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other))
  }
}

import { AgreedInTask } from '../../../parts/agreed-in-task.tsx'
import { useRulebook } from '../../../rulebook/use-rulebook.ts'
import type { OwnCase } from '../client/shapes.ts'

/** That two ministries agreed on the way that the firm goes, and where everyone can read of it. */
export function FromCouncil({ shown: { from, to } }: { shown: Pick<OwnCase, 'from' | 'to'> }) {
  const { links } = useRulebook()
  const link = links.find(
    one => one.agreed?.in !== undefined && one.from.programme === from.programme && one.to === to.programme,
  )
  return link ? (
    <p>
      <AgreedInTask link={link} />
    </p>
  ) : null
}

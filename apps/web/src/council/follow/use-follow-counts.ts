/** How many actions wait, for the ways that lead to them. */
import { useEffect } from 'react'
import { useAsked } from '../../desk/client/use-asked.ts'
import { followPaths } from './follow-paths.ts'
import type { FollowUpCounts } from './shapes.ts'

const counting = new Set<() => void>()

/** One was reported or closed: whoever counts counts again. */
export function tellFollowed(): void {
  for (const again of counting) again()
}

/** Undefined as long as it is not known, and where the agency sits in no council. */
export function useFollowCounts(post: string): FollowUpCounts | undefined {
  const { value, again } = useAsked<FollowUpCounts>(followPaths(post).counts)
  useEffect(() => {
    counting.add(again)
    return () => void counting.delete(again)
  }, [again])
  return value && value.councils > 0 ? value : undefined
}

/** What this post is to do something about. */
export const toDo = ({ mine, awaitsNod }: FollowUpCounts): number => mine + awaitsNod

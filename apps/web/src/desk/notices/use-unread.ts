/** How many notices of a box were not read yet, for the way that leads to it. */
import { useEffect } from 'react'
import type { Notices } from '../../pages/firm/client/shapes.ts'
import { useAsked } from '../client/use-asked.ts'

const counting = new Set<() => void>()

/** Some were marked as read: whoever counts counts again. */
export function tellRead(): void {
  for (const again of counting) again()
}

/** None as long as it is not known. */
export function useUnread(box: string): number {
  const { value, again } = useAsked<Notices>(`${box}?unread=true`)
  useEffect(() => {
    counting.add(again)
    return () => void counting.delete(again)
  }, [again])
  return value?.unread ?? 0
}

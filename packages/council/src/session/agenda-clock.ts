/** The clock of a sitting: when each item is due by the plan, and how it stands against it. Times of day as minutes after midnight. */

export interface PlannedItem {
  readonly id: string
  readonly minutes: number
}

export interface ItemTimes {
  readonly id: string
  readonly from: number
  readonly to: number
}

/** By the plan: one after another from the beginning. */
export function plannedTimes(begins: number, items: readonly PlannedItem[]): readonly ItemTimes[] {
  let from = begins
  return items.map(({ id, minutes }) => {
    const times = { id, from, to: from + minutes }
    from = times.to
    return times
  })
}

export interface ItemClock {
  /** Minutes left of the item's own; negative when it is over. */
  readonly left: number
  /** Minutes by which the sitting will end after its plan if all that is to come keeps to its own; negative when before. */
  readonly late: number
}

/** `now` and `itemBegan` are times of day in minutes; the item that is on is the one of that id. */
export function clockOf(
  { begins, items }: { readonly begins: number; readonly items: readonly PlannedItem[] },
  current: string,
  itemBegan: number,
  now: number,
): ItemClock | null {
  const index = items.findIndex(({ id }) => id === current)
  const item = items[index]
  if (!item) return null
  const total = (some: readonly PlannedItem[]) => some.reduce((sum, { minutes }) => sum + minutes, 0)
  const left = item.minutes - (now - itemBegan)
  const ends = now + Math.max(0, left) + total(items.slice(index + 1))
  return { left, late: ends - (begins + total(items)) }
}

export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return 60 * hours + minutes
}

export const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60) % 24, minutes % 60].map(part => String(part).padStart(2, '0')).join(':')

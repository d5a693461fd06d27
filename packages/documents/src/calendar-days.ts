import type { Day, Words } from '@ieum/catalogue/records'

export type Language = keyof Words

/** Midnight UTC: an all-day event prints it as the same day in every time zone. */
export const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`)

import type { Day } from '@ieum/catalogue/records'

/** Midnight UTC: an all-day event prints it as the same day in every time zone. */
export const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`)

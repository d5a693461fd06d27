import type { Day } from '@ieum/catalogue/records'

const seoul = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Seoul',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The one place of the site that reads the clock. Windows open and close by the day in Seoul, wherever the reader is. */
export const today = (): Day => seoul.format(new Date())

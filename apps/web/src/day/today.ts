import { dayIn } from '@ieum/catalogue/moments'
import type { Day } from '@ieum/catalogue/records'

/** The one place of the site that reads the clock. Windows open and close by the day in Seoul, wherever the reader is. */
export const today = (): Day => dayIn('Asia/Seoul', new Date())

import { clockIn, dayIn } from '@ieum/catalogue/moments'
import { type Language, sayDay } from '@ieum/wording'

const here = 'Asia/Seoul'

/** An instant as the clock in Seoul shows it, in the form of the days around it: `2026. 6. 12.(금) 16:00`. */
export function sayMoment(instant: string, language: Language): string {
  const at = new Date(instant)
  return `${sayDay(dayIn(here, at), language)} ${clockIn(here, at)}`
}

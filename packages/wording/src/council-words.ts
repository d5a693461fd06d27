import type { Words } from '@ieum/catalogue/records'

/** What a sitting is called: the name of its council, and the how manieth it is. */
export const sessionName = (council: Words, number: number): Words => ({
  ko: `제${number}차 ${council.ko}`,
  en: `${council.en}, session ${number}`,
})

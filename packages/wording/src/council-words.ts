import type { Words } from '@ieum/catalogue/records'

/** What a sitting is called: the name of its council, and the how manieth it is. */
export const sessionName = (council: Words, number: number): Words => ({
  ko: `제${number}차 ${council.ko}`,
  en: `${council.en}, session ${number}`,
})

/** What a link that a council decided on rests on. */
export const decisionBasis = (council: Words, number: string): Words => ({
  ko: `${council.ko} 결정 ${number}`,
  en: `${council.en}, decision ${number}`,
})

/** What firms are handed on for, until who draws the link up says it better. */
export const linkPurpose = (from: Words, to: Words): Words => ({
  ko: `‘${from.ko}’ 다음에 ‘${to.ko}’ 지원을 이어 받게 하기`,
  en: `leading firms on from “${from.en}” to “${to.en}”`,
})

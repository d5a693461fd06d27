/** What is sent in the matrix, so that only the right to send it can stand in the way. */
import { pdf } from '@ieum/services/testing'

export const paper = new Uint8Array(pdf())

/** The terms of a link between two agencies, as the desk takes them. */
export const termsOf = (link: { fromProgramme: string; toProgramme: string }) => ({
  fromProgramme: link.fromProgramme,
  outcome: 'completed',
  toProgramme: link.toProgramme,
  kind: 'preferred',
  daysToAnswer: 10,
  remindBefore: 2,
  expireAfter: 20,
  places: null,
  waives: [],
  accepts: [],
  legalBasis: '업무협약 제3조',
  purpose: { ko: '다음 단계로 잇기', en: 'leading on to the next step' },
  councilTask: null,
  validFrom: '2026-01-01',
  validTo: null,
})

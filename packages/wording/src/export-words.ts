/** The headings of a list of referrals that an officer takes away. */
import type { Language } from '@ieum/catalogue/records'

const columns = {
  number: { ko: '연계 번호', en: 'Case number' },
  firmNumber: { ko: '사업자등록번호', en: 'Business number' },
  firmName: { ko: '기업 이름', en: 'Firm' },
  link: { ko: '협약 코드', en: 'Link (code)' },
  fromAgency: { ko: '보낸 기관', en: 'From agency' },
  fromAgencyCode: { ko: '보낸 기관 코드', en: 'From agency (code)' },
  fromProgramme: { ko: '보낸 사업', en: 'From programme' },
  fromProgrammeCode: { ko: '보낸 사업 코드', en: 'From programme (code)' },
  toAgency: { ko: '받은 기관', en: 'To agency' },
  toAgencyCode: { ko: '받은 기관 코드', en: 'To agency (code)' },
  toProgramme: { ko: '받은 사업', en: 'To programme' },
  toProgrammeCode: { ko: '받은 사업 코드', en: 'To programme (code)' },
  state: { ko: '상태', en: 'State' },
  stateCode: { ko: '상태 코드', en: 'State (code)' },
  reason: { ko: '사유', en: 'Reason' },
  reasonCode: { ko: '사유 코드', en: 'Reason (code)' },
  draftedOn: { ko: '작성한 날', en: 'Drafted on' },
  sentOn: { ko: '보낸 날', en: 'Sent on' },
  due: { ko: '답할 날', en: 'Answer due' },
  answeredOn: { ko: '답한 날', en: 'Answered on' },
  closedOn: { ko: '끝난 날', en: 'Closed on' },
} as const

export type ExportColumn = keyof typeof columns

export const exportColumns = Object.keys(columns) as readonly ExportColumn[]

export const sayExportColumn = (column: ExportColumn, language: Language): string => columns[column][language]

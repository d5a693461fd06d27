/** What the desk calls its states, moves and reasons: one word each, on pages as in letters. */
import type { Language, Words } from '@ieum/catalogue/records'
import type { ActingRole, AgreementMove, AgreementState, Party, Reason, ReferralMove, ReferralState } from '@ieum/desk'

const referralStates: Record<ReferralState, Words> = {
  drafted: { ko: '동의 요청 중', en: 'Consent asked for' },
  consented: { ko: '동의 완료', en: 'Consent given' },
  sent: { ko: '접수 대기', en: 'Waiting to be received' },
  received: { ko: '접수됨', en: 'Received' },
  'under-review': { ko: '검토 중', en: 'Under review' },
  returned: { ko: '보완 요청', en: 'More asked for' },
  accepted: { ko: '수락', en: 'Accepted' },
  declined: { ko: '거절', en: 'Declined' },
  enrolled: { ko: '참여 중', en: 'In the programme' },
  completed: { ko: '완료', en: 'Completed' },
  failed: { ko: '중단', en: 'Not carried through' },
  recalled: { ko: '회수', en: 'Recalled' },
  withdrawn: { ko: '기업 철회', en: 'Withdrawn by the firm' },
  expired: { ko: '기한 지남', en: 'Ran out of time' },
  're-routed': { ko: '다른 사업으로 이음', en: 'Handed on elsewhere' },
}

const referralMoves: Record<ReferralMove | 'draft', Words> = {
  draft: { ko: '연계 작성', en: 'Draw up' },
  consent: { ko: '동의', en: 'Consent' },
  send: { ko: '보내기', en: 'Send' },
  receive: { ko: '접수', en: 'Receive' },
  review: { ko: '검토 시작', en: 'Begin the review' },
  return: { ko: '보완 요청', en: 'Ask for more' },
  resend: { ko: '다시 보내기', en: 'Send again' },
  accept: { ko: '수락', en: 'Accept' },
  decline: { ko: '거절', en: 'Decline' },
  enrol: { ko: '참여 시작', en: 'Firm is in' },
  complete: { ko: '완료', en: 'Complete' },
  fail: { ko: '중단', en: 'Stop' },
  're-route': { ko: '다른 사업으로 잇기', en: 'Hand on elsewhere' },
  recall: { ko: '회수', en: 'Recall' },
  withdraw: { ko: '철회', en: 'Withdraw' },
  expire: { ko: '기한 지남', en: 'Ran out of time' },
}

const reasons: Record<Reason, Words> = {
  'paper-missing': { ko: '서류가 빠졌습니다', en: 'A paper is missing' },
  'fact-missing': { ko: '알아야 할 정보가 빠졌습니다', en: 'A fact is missing' },
  'facts-disagree': { ko: '정보가 서로 맞지 않습니다', en: 'Facts do not agree' },
  'criterion-unmet': { ko: '요건에 맞지 않습니다', en: 'A criterion is not met' },
  'places-full': { ko: '자리가 다 찼습니다', en: 'All places are taken' },
  'budget-spent': { ko: '예산이 소진되었습니다', en: 'The budget is spent' },
  'window-closed': { ko: '접수가 끝났습니다', en: 'The window has closed' },
  'supported-already': { ko: '이미 지원을 받고 있습니다', en: 'The firm is supported already' },
  'judged-unsuitable': { ko: '심사에서 적합하지 않다고 보았습니다', en: 'Judged not suitable' },
  'not-taken-up': { ko: '기업이 참여하지 않았습니다', en: 'The firm did not take it up' },
  'given-up': { ko: '기업이 중간에 그만두었습니다', en: 'The firm gave up' },
  'duties-not-met': { ko: '지원 조건을 지키지 않았습니다', en: 'Duties were not met' },
  'business-closed': { ko: '폐업했습니다', en: 'The business has closed' },
  'sent-in-error': { ko: '잘못 보냈습니다', en: 'It was sent in error' },
  'firm-changed': { ko: '기업 사정이 바뀌었습니다', en: 'The firm has changed' },
  'link-ended': { ko: '연계 협약이 끝났습니다', en: 'The link has ended' },
  'plans-changed': { ko: '계획이 바뀌었습니다', en: 'Plans have changed' },
  'not-agreed': { ko: '동의하지 않습니다', en: 'The firm does not agree' },
  'other-support-found': { ko: '다른 지원을 찾았습니다', en: 'Other support was found' },
}

const parties: Record<Party, Words> = {
  sender: { ko: '보내는 기관', en: 'sending agency' },
  receiver: { ko: '받는 기관', en: 'receiving agency' },
  firm: { ko: '기업', en: 'the firm' },
  clock: { ko: '기한에 따라 자동', en: 'by the clock' },
}

const roles: Record<ActingRole, Words> = {
  'firm-member': { ko: '기업 구성원', en: 'Firm member' },
  adviser: { ko: '기업 상담 대리인', en: 'Adviser' },
  'desk-officer': { ko: '연계 담당', en: 'Desk officer' },
  'programme-owner': { ko: '사업 담당', en: 'Programme owner' },
  approver: { ko: '결재자', en: 'Approver' },
  'agency-administrator': { ko: '기관 관리자', en: 'Agency administrator' },
  secretary: { ko: '협의회 간사', en: 'Secretary' },
  auditor: { ko: '감사 담당', en: 'Auditor' },
}

const agreementStates: Record<AgreementState, Words> = {
  drafted: { ko: '작성 중', en: 'Being drawn up' },
  proposed: { ko: '내부 결재 대기', en: 'Waiting for approval' },
  offered: { ko: '상대 기관 검토 중', en: 'With the other agency' },
  reviewed: { ko: '상대 기관 결재 대기', en: 'Waiting for their approval' },
  agreed: { ko: '체결', en: 'Agreed' },
  refused: { ko: '거절', en: 'Refused' },
  withdrawn: { ko: '철회', en: 'Withdrawn' },
  ended: { ko: '종료', en: 'Ended' },
}

const agreementMoves: Record<AgreementMove, Words> = {
  propose: { ko: '결재 올리기', en: 'Put forward' },
  offer: { ko: '결재하고 제안하기', en: 'Approve and offer' },
  review: { ko: '검토 마치기', en: 'Finish the review' },
  agree: { ko: '체결', en: 'Agree' },
  refuse: { ko: '거절', en: 'Refuse' },
  withdraw: { ko: '철회', en: 'Withdraw' },
  end: { ko: '종료', en: 'End it' },
}

/** A word that is not known here is shown as it is: an older page may meet a newer server. */
const sayer =
  <Word extends string>(words: Record<Word, Words>) =>
  (word: Word, language: Language): string =>
    (words as Readonly<Record<string, Words>>)[word]?.[language] ?? word

export const sayReferralState = sayer(referralStates)
export const sayReferralMove = sayer(referralMoves)
export const sayReason = sayer(reasons)
export const sayParty = sayer(parties)
export const sayRole = sayer(roles)
export const sayAgreementState = sayer(agreementStates)
export const sayAgreementMove = sayer(agreementMoves)

/** Working days to the day that is set, as desks read them: `늦음 2일`, `오늘까지`, `3일 남음`. */
export function sayDaysLeft(days: number, language: Language): string {
  const many = Math.abs(days)
  if (days === 0) return language === 'ko' ? '오늘까지' : 'due today'
  if (language === 'ko') return days < 0 ? `늦음 ${many}일` : `${many}일 남음`
  const unit = many === 1 ? 'day' : 'days'
  return days < 0 ? `${many} ${unit} late` : `${many} ${unit} left`
}

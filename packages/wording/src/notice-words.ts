/** What people are told has happened, in a title and a sentence: no facts and no firm, for these words also stand in mails. */
import type { Language, Words } from '@ieum/catalogue/records'

interface Notice {
  readonly title: Words
  readonly text: Words
}

const notices: Readonly<Record<string, Notice>> = {
  'referral.consent-asked': {
    title: { ko: '연계 동의를 여쭙니다', en: 'Your consent is asked for a referral' },
    text: {
      ko: '다음 지원사업으로 이어 드리려면 동의가 필요합니다. 내용을 보고 정해 주세요.',
      en: 'To hand you on to the next programme we need your consent. Please read it and decide.',
    },
  },
  'referral.consent': {
    title: { ko: '기업이 동의했습니다', en: 'The firm has agreed' },
    text: { ko: '이제 연계를 보낼 수 있습니다.', en: 'The referral can be sent now.' },
  },
  'referral.send': {
    title: { ko: '연계가 보내졌습니다', en: 'A referral was sent' },
    text: { ko: '받는 기관이 검토할 차례입니다.', en: 'It is now for the receiving agency to look at.' },
  },
  'referral.receive': {
    title: { ko: '연계를 받았습니다', en: 'The referral was received' },
    text: { ko: '받는 기관이 접수했습니다.', en: 'The receiving agency has taken it in.' },
  },
  'referral.review': {
    title: { ko: '검토를 시작했습니다', en: 'The review has begun' },
    text: { ko: '받는 기관이 검토하고 있습니다.', en: 'The receiving agency is looking at it.' },
  },
  'referral.return': {
    title: { ko: '보완을 요청했습니다', en: 'More was asked for' },
    text: {
      ko: '무엇이 더 필요한지 보고 보완해 주세요.',
      en: 'Please see what is still needed and add it.',
    },
  },
  'referral.resend': {
    title: { ko: '보완한 연계가 왔습니다', en: 'The referral came back completed' },
    text: { ko: '이어서 검토해 주세요.', en: 'Please go on with the review.' },
  },
  'referral.accept': {
    title: { ko: '연계를 받아들였습니다', en: 'The referral was accepted' },
    text: { ko: '다음 절차를 안내받게 됩니다.', en: 'The next steps will follow.' },
  },
  'referral.decline': {
    title: { ko: '연계를 받아들이지 않았습니다', en: 'The referral was declined' },
    text: { ko: '이유와 다음 길을 확인해 주세요.', en: 'Please see why, and the next way.' },
  },
  'referral.enrol': {
    title: { ko: '지원사업에 선정되었습니다', en: 'The firm is in the programme' },
    text: { ko: '지원이 시작됩니다.', en: 'Support begins.' },
  },
  'referral.complete': {
    title: { ko: '지원사업을 마쳤습니다', en: 'The programme was completed' },
    text: { ko: '이어질 수 있는 사업을 확인해 보세요.', en: 'See which programmes can follow.' },
  },
  'referral.fail': {
    title: { ko: '지원사업이 중단되었습니다', en: 'The programme was not carried through' },
    text: { ko: '이유를 확인해 주세요.', en: 'Please see why.' },
  },
  'referral.re-route': {
    title: { ko: '다른 사업으로 다시 이어 드립니다', en: 'You are being led to another programme' },
    text: { ko: '새 연계의 내용을 확인해 주세요.', en: 'Please look at the new referral.' },
  },
  'referral.recall': {
    title: { ko: '연계를 거두어들였습니다', en: 'The referral was recalled' },
    text: {
      ko: '보낸 기관이 거두었습니다. 더 하실 일은 없습니다.',
      en: 'The sending agency took it back. There is nothing left to do.',
    },
  },
  'referral.withdraw': {
    title: { ko: '기업이 연계를 그만두었습니다', en: 'The firm withdrew the referral' },
    text: { ko: '자료는 더 볼 수 없습니다.', en: 'Its records can no longer be seen.' },
  },
  'referral.expire': {
    title: { ko: '연계 기한이 지나 끝났습니다', en: 'The referral ran out of time' },
    text: { ko: '정해진 날까지 답이 없었습니다.', en: 'There was no answer by the day that was set.' },
  },
  'referral.remind': {
    title: { ko: '답하실 날이 다가옵니다', en: 'An answer is due soon' },
    text: { ko: '기한 안에 처리해 주세요.', en: 'Please answer it in time.' },
  },
  'referral.escalate': {
    title: { ko: '답할 기한이 지났습니다', en: 'An answer is overdue' },
    text: { ko: '담당자와 함께 확인해 주세요.', en: 'Please look at it with the officer who holds it.' },
  },
  'agreement.propose': {
    title: { ko: '연계 협약안이 올라왔습니다', en: 'A link was proposed' },
    text: { ko: '검토하고 결재해 주세요.', en: 'Please review it and decide.' },
  },
  'agreement.offer': {
    title: { ko: '다른 기관이 연계 협약을 제안했습니다', en: 'Another agency offers a link' },
    text: { ko: '내용을 검토해 주세요.', en: 'Please review it.' },
  },
  'agreement.review': {
    title: { ko: '연계 협약안 검토가 끝났습니다', en: 'The link was reviewed' },
    text: { ko: '결재할 차례입니다.', en: 'It is now to be approved.' },
  },
  'agreement.agree': {
    title: { ko: '연계 협약이 맺어졌습니다', en: 'The link is agreed' },
    text: {
      ko: '정해진 날부터 연계를 보낼 수 있습니다.',
      en: 'Referrals can be sent along it from the day that was set.',
    },
  },
  'agreement.refuse': {
    title: { ko: '연계 협약이 받아들여지지 않았습니다', en: 'The link was refused' },
    text: { ko: '이유를 확인해 주세요.', en: 'Please see why.' },
  },
  'agreement.withdraw': {
    title: { ko: '연계 협약안을 거두었습니다', en: 'The link was withdrawn' },
    text: { ko: '더 하실 일은 없습니다.', en: 'There is nothing left to do.' },
  },
  'agreement.end': {
    title: { ko: '연계 협약이 끝납니다', en: 'The link ends' },
    text: { ko: '이미 보낸 건은 그대로 이어집니다.', en: 'What was sent already goes on.' },
  },
  'batch.proposed': {
    title: { ko: '일괄 연계안이 올라왔습니다', en: 'A batch of referrals was proposed' },
    text: { ko: '대상 기업과 이유를 보고 결재해 주세요.', en: 'Please look at the firms and the reason, and decide.' },
  },
  'batch.approve': {
    title: { ko: '일괄 연계안이 결재되었습니다', en: 'The batch was approved' },
    text: { ko: '기업마다 동의를 여쭙고 있습니다.', en: 'Each firm is being asked for its consent.' },
  },
  'batch.refuse': {
    title: { ko: '일괄 연계안이 받아들여지지 않았습니다', en: 'The batch was refused' },
    text: { ko: '이유를 확인해 주세요.', en: 'Please see why.' },
  },
  'post.invited': {
    title: { ko: '기관의 자리를 맡아 달라는 초대가 왔습니다', en: 'You are invited to hold a post of an agency' },
    text: {
      ko: '이 주소로 가입하거나 로그인한 뒤 14일 안에 수락해 주세요.',
      en: 'Join or sign in with this address, and accept within 14 days.',
    },
  },
  'post.appointed': {
    title: { ko: '기관의 자리를 맡으셨습니다', en: 'You now hold a post of an agency' },
    text: { ko: '그 자리의 일과 알림을 이제 보실 수 있습니다.', en: 'You see its work and its news from now on.' },
  },
  'post.declined': {
    title: { ko: '초대받은 분이 자리를 사양했습니다', en: 'Someone declined the post they were invited to' },
    text: { ko: '다른 분께 자리를 맡겨 주세요.', en: 'Please give the post to someone else.' },
  },
  'firm.to-confirm': {
    title: { ko: '기업 등록을 마쳐 주세요', en: 'Please confirm your firm' },
    text: {
      ko: '로그인한 채 사흘 안에 확인하시면 기업이 등록됩니다.',
      en: 'Signed in, confirm within three days, and the firm is registered.',
    },
  },
  'firm.no-member-yet': {
    title: { ko: '먼저 기업이 가입해야 합니다', en: 'The firm has to join first' },
    text: {
      ko: '그 기업의 구성원이 등록한 뒤 다시 요청해 주세요.',
      en: 'Ask again once someone of the firm has registered it.',
    },
  },
  'firm.asked': {
    title: { ko: '기업에 참여하겠다는 요청이 왔습니다', en: 'Someone asks to act for your firm' },
    text: { ko: '구성원 화면에서 받아들이거나 거절해 주세요.', en: 'Let them in or refuse, on the page of members.' },
  },
  'firm.let-in': {
    title: { ko: '기업 참여 요청이 받아들여졌습니다', en: 'You have been let in' },
    text: { ko: '이제 그 기업을 위해 이음을 쓰실 수 있습니다.', en: 'You can now act for the firm.' },
  },
  'firm.not-let-in': {
    title: { ko: '기업 참여 요청이 받아들여지지 않았습니다', en: 'Your request was not granted' },
    text: { ko: '그 기업에 직접 문의해 주세요.', en: 'Please ask the firm itself.' },
  },
  'delivery.given-up': {
    title: { ko: '기관 밖으로 보내지 못한 것이 있습니다', en: 'Something could not be delivered' },
    text: { ko: '연락 방법이 맞는지 확인해 주세요.', en: 'Please check how the other side is reached.' },
  },
}

/** So that news of a kind without words of its own still reads as a sentence. */
const other: Notice = {
  title: { ko: '새 소식이 있습니다', en: 'There is something new' },
  text: { ko: '내용을 확인해 주세요.', en: 'Please have a look.' },
}

export const sayNotice = (kind: string, language: Language): { readonly title: string; readonly text: string } => {
  const { title, text } = notices[kind] ?? other
  return { title: title[language], text: text[language] }
}

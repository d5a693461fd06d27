/** What people are told has happened, in a title and a sentence: no facts and no firm, for these words also stand in mails. */
import type { Language, Words } from '@ieum/catalogue/records'

/** On which side of a referral the reader is: whose turn it is reads otherwise for each. */
export type NoticeSide = 'firm' | 'sender' | 'receiver'

interface Said {
  readonly title: Words
  readonly text: Words
}

/** As anyone would read it, and as those on one side do where that is not the same. */
interface Notice extends Said, Partial<Record<NoticeSide, Said>> {}

const notices: Readonly<Record<string, Notice>> = {
  'session.call': {
    title: { ko: '회의가 소집되었습니다', en: 'A session is called' },
    text: { ko: '안건과 참석 여부를 확인해 주세요.', en: 'Please see the agenda, and say whether you come.' },
  },
  'session.cancel': {
    title: { ko: '회의가 취소되었습니다', en: 'A session is cancelled' },
    text: { ko: '다음 회의가 정해지면 다시 알려 드립니다.', en: 'You will hear when the next one is planned.' },
  },
  'session.close': {
    title: { ko: '회의록이 확정되었습니다', en: 'The minutes are signed' },
    text: { ko: '결정과 후속조치를 확인해 주세요.', en: 'Please see what was decided, and what is to be done.' },
  },
  'seat.held': {
    title: { ko: '협의회 자리를 맡으셨습니다', en: 'A seat in a council is yours' },
    text: { ko: '회의가 소집되면 이곳으로 알려 드립니다.', en: 'You will be told here when a session is called.' },
  },
  'seat.begun': {
    title: { ko: '협의회에 자리가 생겼습니다', en: 'Your agency has a seat in a council' },
    text: { ko: '자리의 담당을 정해 주세요.', en: 'Please say which post holds it.' },
  },
  'seat.ended': {
    title: { ko: '협의회 자리가 없어졌습니다', en: 'Your seat in a council has ended' },
    text: { ko: '앞으로의 회의에는 초대되지 않습니다.', en: 'You are no longer called to its sessions.' },
  },
  'council.dissolved': {
    title: { ko: '협의회가 해산되었습니다', en: 'A council was dissolved' },
    text: { ko: '기록은 그대로 볼 수 있습니다.', en: 'Its records can still be read.' },
  },
  'task.propose': {
    title: { ko: '협업과제가 제안되었습니다', en: 'A collaboration task is proposed' },
    text: { ko: '기관의 답변을 기다립니다.', en: 'Your agency is asked for its answer.' },
  },
  'task.answer': {
    title: { ko: '협업과제에 답변이 왔습니다', en: 'A collaboration task was answered' },
    text: { ko: '답변과 이유를 확인해 주세요.', en: 'Please see the answer and its reason.' },
  },
  'task.withdraw': {
    title: { ko: '협업과제 제안이 철회되었습니다', en: 'A proposal was withdrawn' },
    text: { ko: '더 하실 일은 없습니다.', en: 'Nothing more is to be done.' },
  },
  'task.begin': {
    title: { ko: '협업과제가 시작되었습니다', en: 'A collaboration task has begun' },
    text: { ko: '진행 상황을 함께 확인해 주세요.', en: 'Please follow how it goes.' },
  },
  'action.given': {
    title: { ko: '후속조치를 맡으셨습니다', en: 'An action is yours' },
    text: {
      ko: '기한과 필요한 증빙을 확인해 주세요.',
      en: 'Please see when it is due, and what shows that it is done.',
    },
  },
  'action.report': {
    title: { ko: '후속조치가 보고되었습니다', en: 'An action was reported done' },
    text: { ko: '증빙을 보고 확인해 주세요.', en: 'Please look at the proof, and confirm.' },
  },
  'action.nod': {
    title: { ko: '후속조치가 마무리되었습니다', en: 'An action is closed' },
    text: { ko: '상대 기관이 확인했습니다.', en: 'The other side has confirmed it.' },
  },
  'action.return': {
    title: { ko: '후속조치를 보완해 주세요', en: 'An action came back' },
    text: { ko: '상대 기관이 무엇이 더 필요한지 적었습니다.', en: 'The other side has said what is still missing.' },
  },
  'action.soon': {
    title: { ko: '후속조치 기한이 다가옵니다', en: 'An action is due soon' },
    text: {
      ko: '기한을 확인하고, 마치면 증빙을 붙여 보고해 주세요.',
      en: 'Please see by when, and report it with its proof once it is done.',
    },
  },
  'action.today': {
    title: { ko: '오늘이 후속조치 기한입니다', en: 'An action is due today' },
    text: { ko: '마쳤으면 증빙을 붙여 보고해 주세요.', en: 'Please report it with its proof if it is done.' },
  },
  'action.late': {
    title: { ko: '후속조치 기한이 지났습니다', en: 'An action is late' },
    text: {
      ko: '어디까지 되었는지 보고해 주세요. 며칠 더 늦으면 간사 기관에도 알립니다.',
      en: 'Please report how far it is. In a few days the secretariat is told as well.',
    },
  },
  'action.escalate': {
    title: { ko: '후속조치가 여러 날 늦고 있습니다', en: 'An action has been late for days' },
    text: {
      ko: '맡은 직위와 간사 기관에 함께 알립니다.',
      en: 'This goes to the post that owns it and to the secretariat.',
    },
  },
  'action.awaits-nod': {
    title: { ko: '후속조치 보고가 확인을 기다립니다', en: 'A reported action waits for a nod' },
    text: {
      ko: '증빙을 보고 마무리하거나 보완을 요청해 주세요.',
      en: 'Please look at the proof, and close it or ask for more.',
    },
  },
  'action.link-asked': {
    title: { ko: '협의회가 연계 초안을 요청했습니다', en: 'A council asks for a link to be drawn up' },
    text: {
      ko: '결정에 적힌 두 지원사업의 연계 초안을 만들어 주세요.',
      en: 'Please draw up the link between the two programmes that it decided on.',
    },
  },
  'action.superseded': {
    title: { ko: '후속조치의 결정이 새 결정으로 바뀌었습니다', en: 'The decision behind an action was superseded' },
    text: {
      ko: '이 후속조치를 계속할지 새 결정을 보고 확인해 주세요.',
      en: 'Please see by the new decision whether it still stands.',
    },
  },
  'action.link-in-force': {
    title: { ko: '후속조치로 마련한 연계가 시행되었습니다', en: 'The link that an action asked for is in force' },
    text: { ko: '이제 연계를 보낼 수 있습니다.', en: 'Referrals can go along it now.' },
  },
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
    title: { ko: '연계를 보냈습니다', en: 'A referral was sent' },
    text: { ko: '받는 기관이 검토할 차례입니다.', en: 'It is now for the receiving agency to look at.' },
    receiver: {
      title: { ko: '연계가 왔습니다', en: 'A referral has come' },
      text: { ko: '우리 기관이 답할 차례입니다.', en: 'It is for our agency to answer.' },
    },
  },
  'referral.receive': {
    title: { ko: '연계를 받았습니다', en: 'The referral was received' },
    text: { ko: '받는 기관이 접수했습니다.', en: 'The receiving agency has taken it in.' },
    sender: {
      title: { ko: '보낸 연계를 받는 기관이 접수했습니다', en: 'The referral we sent was received' },
      text: {
        ko: '우리 기관이 할 일은 없습니다. 받는 기관이 답할 차례입니다.',
        en: 'Nothing is for us to do. It is for the receiving agency to answer.',
      },
    },
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
    firm: {
      title: { ko: '보완을 요청받았습니다', en: 'More is asked of you' },
      text: {
        ko: '무엇이 더 필요한지 보고 채운 뒤 ‘다 채웠습니다’를 눌러 주세요.',
        en: 'Please see what is still needed, add it and press “All filled in”.',
      },
    },
    sender: {
      title: { ko: '받는 기관이 보완을 요청했습니다', en: 'The receiving agency asked for more' },
      text: {
        ko: '기업이 채우면 우리 기관이 확인하고 다시 보낼 차례입니다.',
        en: 'Once the firm has added it, it is for our agency to look and send it again.',
      },
    },
  },
  'referral.filled-in': {
    title: { ko: '기업이 다 채웠다고 알렸습니다', en: 'The firm says that all is filled in' },
    text: { ko: '우리 기관이 확인하고 다시 보낼 차례입니다.', en: 'It is for our agency to look and send it again.' },
  },
  'referral.resend': {
    title: { ko: '보완한 연계가 왔습니다', en: 'The referral came back completed' },
    text: { ko: '이어서 검토해 주세요.', en: 'Please go on with the review.' },
    firm: {
      title: { ko: '보완한 연계를 다시 보냈습니다', en: 'The completed referral was sent again' },
      text: { ko: '받는 기관이 이어서 검토합니다.', en: 'The receiving agency goes on with its review.' },
    },
    receiver: {
      title: { ko: '보완한 연계가 왔습니다', en: 'The referral came back completed' },
      text: { ko: '우리 기관이 이어서 검토할 차례입니다.', en: 'It is for our agency to go on with the review.' },
    },
  },
  'referral.accept': {
    title: { ko: '연계를 받아들였습니다', en: 'The referral was accepted' },
    text: { ko: '다음 절차를 안내받게 됩니다.', en: 'The next steps will follow.' },
    sender: {
      title: { ko: '보낸 연계를 받는 기관이 받아들였습니다', en: 'The referral we sent was accepted' },
      text: {
        ko: '우리 기관이 할 일은 없습니다. 이후 경과는 기업이 동의하면 알려 드립니다.',
        en: 'Nothing is for us to do. How it goes on is told where the firm agreed to that.',
      },
    },
    firm: {
      title: { ko: '연계를 받아들였습니다', en: 'The referral was accepted' },
      text: { ko: '받는 기관에서 다음 절차를 안내합니다.', en: 'The receiving agency will tell you the next steps.' },
    },
  },
  'referral.decline': {
    title: { ko: '연계를 받아들이지 않았습니다', en: 'The referral was declined' },
    text: { ko: '이유와 다음 길을 확인해 주세요.', en: 'Please see why, and the next way.' },
    firm: {
      title: { ko: '연계를 받아들이지 않았습니다', en: 'The referral was declined' },
      text: { ko: '이유를 보고 다른 길을 찾아보세요.', en: 'Please see why, and look for other ways.' },
    },
    sender: {
      title: { ko: '보낸 연계를 받는 기관이 받아들이지 않았습니다', en: 'The referral we sent was declined' },
      text: {
        ko: '이유를 보고 다른 사업으로 이을 수 있는지 확인해 주세요.',
        en: 'Please see why, and whether the firm can be handed on elsewhere.',
      },
    },
  },
  'referral.enrol': {
    title: { ko: '지원사업에 선정되었습니다', en: 'The firm is in the programme' },
    text: { ko: '지원이 시작됩니다.', en: 'Support begins.' },
    firm: {
      title: { ko: '지원사업에 선정되었습니다', en: 'You are in the programme' },
      text: { ko: '지원이 시작됩니다.', en: 'Support begins.' },
    },
    sender: {
      title: { ko: '보낸 기업이 지원사업에 선정되었습니다', en: 'The firm we referred is in the programme' },
      text: { ko: '우리 기관이 할 일은 없습니다.', en: 'Nothing is for us to do.' },
    },
  },
  'referral.complete': {
    title: { ko: '지원사업을 마쳤습니다', en: 'The programme was completed' },
    text: { ko: '이어질 수 있는 사업을 확인해 보세요.', en: 'See which programmes can follow.' },
    sender: {
      title: { ko: '보낸 기업이 지원사업을 마쳤습니다', en: 'The firm we referred completed the programme' },
      text: { ko: '우리 기관이 할 일은 없습니다.', en: 'Nothing is for us to do.' },
    },
  },
  'referral.fail': {
    title: { ko: '지원사업이 중단되었습니다', en: 'The programme was not carried through' },
    text: { ko: '이유를 확인해 주세요.', en: 'Please see why.' },
    sender: {
      title: { ko: '보낸 기업의 지원사업이 중단되었습니다', en: 'The programme of the firm we referred was stopped' },
      text: { ko: '이유를 확인해 주세요.', en: 'Please see why.' },
    },
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
    receiver: {
      title: { ko: '보낸 기관이 연계를 거두었습니다', en: 'The sending agency took the referral back' },
      text: {
        ko: '우리 기관은 자료를 더 볼 수 없고, 답할 것도 없습니다.',
        en: 'Our agency can no longer see its records, and has nothing to answer.',
      },
    },
  },
  'referral.withdraw': {
    title: { ko: '기업이 연계를 그만두었습니다', en: 'The firm withdrew the referral' },
    text: { ko: '자료는 더 볼 수 없습니다.', en: 'Its records can no longer be seen.' },
    sender: {
      title: { ko: '기업이 연계를 그만두었습니다', en: 'The firm withdrew the referral' },
      text: { ko: '우리 기관이 할 일은 없습니다.', en: 'Nothing is for us to do.' },
    },
    receiver: {
      title: { ko: '기업이 연계를 그만두었습니다', en: 'The firm withdrew the referral' },
      text: {
        ko: '우리 기관은 자료를 더 볼 수 없고, 답할 것도 없습니다.',
        en: 'Our agency can no longer see its records, and has nothing to answer.',
      },
    },
  },
  'referral.expire': {
    title: { ko: '연계 기한이 지나 끝났습니다', en: 'The referral ran out of time' },
    text: { ko: '정해진 날까지 답이 없었습니다.', en: 'There was no answer by the day that was set.' },
    sender: {
      title: { ko: '보낸 연계가 기한이 지나 끝났습니다', en: 'The referral we sent ran out of time' },
      text: {
        ko: '다른 사업으로 이을 수 있는지 확인해 주세요.',
        en: 'Please see whether the firm can be handed on elsewhere.',
      },
    },
    receiver: {
      title: { ko: '우리 기관이 답하지 않은 연계가 끝났습니다', en: 'A referral ended without our answer' },
      text: {
        ko: '정해진 날까지 답이 없어 끝났습니다. 더 답할 수 없습니다.',
        en: 'There was no answer by the day that was set, and none can be given now.',
      },
    },
  },
  'referral.remind': {
    title: { ko: '답하실 날이 다가옵니다', en: 'An answer is due soon' },
    text: { ko: '기한 안에 처리해 주세요.', en: 'Please answer it in time.' },
    firm: {
      title: { ko: '정하실 날이 다가옵니다', en: 'It is soon due from you' },
      text: { ko: '동의나 보완을 기한 안에 해 주세요.', en: 'Please decide, or add what was asked for, in time.' },
    },
    sender: {
      title: { ko: '보낼 날이 다가옵니다', en: 'Sending is due soon' },
      text: { ko: '우리 기관이 보낼 차례입니다.', en: 'It is for our agency to send it.' },
    },
    receiver: {
      title: { ko: '답할 날이 다가옵니다', en: 'An answer is due soon' },
      text: { ko: '우리 기관이 기한 안에 답할 차례입니다.', en: 'It is for our agency to answer in time.' },
    },
  },
  'referral.escalate': {
    title: { ko: '답할 기한이 지났습니다', en: 'An answer is overdue' },
    text: { ko: '담당자와 함께 확인해 주세요.', en: 'Please look at it with the officer who holds it.' },
    firm: {
      title: { ko: '정하실 기한이 지났습니다', en: 'It is overdue from you' },
      text: { ko: '동의나 보완을 서둘러 해 주세요.', en: 'Please decide, or add what was asked for.' },
    },
    sender: {
      title: { ko: '보낼 기한이 지났습니다', en: 'Sending is overdue' },
      text: { ko: '우리 기관이 보낼 차례입니다.', en: 'It is for our agency to send it.' },
    },
    receiver: {
      title: { ko: '답할 기한이 지났습니다', en: 'An answer is overdue' },
      text: {
        ko: '우리 기관이 답할 차례입니다. 담당자와 함께 확인해 주세요.',
        en: 'It is for our agency to answer. Please look at it with the officer who holds it.',
      },
    },
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
  'person.second-factor-taken-off': {
    title: { ko: '두 번째 확인 수단이 지워졌습니다', en: 'Your second factor was taken off' },
    text: {
      ko: '기관 관리자가 지웠습니다. 다시 로그인해 새로 등록해 주세요. 요청하신 적이 없다면 기관 관리자에게 바로 알려 주세요.',
      en: 'An administrator of your agency did so. Please sign in and enrol a new one. If you did not ask for it, tell your administrator at once.',
    },
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
  'decision.signed': {
    title: { ko: '우리 기업에 관한 결정이 서명되었습니다', en: 'A decision on your firm was signed' },
    text: {
      ko: '어느 사업의 어떤 요건에 관한 것인지는 그 기관에 물어보실 수 있습니다. 협약을 맺은 기관은 같은 것을 다시 확인하지 않습니다.',
      en: 'Please ask the agency which condition it is about. Agencies of an agreed link do not check the same again.',
    },
  },
  'decision.revoked': {
    title: { ko: '우리 기업에 관한 결정이 거두어졌습니다', en: 'A decision on your firm was taken back' },
    text: { ko: '이유는 그 기관에 물어보실 수 있습니다.', en: 'Please ask the agency why.' },
  },
  'delivery.given-up': {
    title: { ko: '기관 밖으로 보내지 못한 것이 있습니다', en: 'Something could not be delivered' },
    text: { ko: '연락 방법이 맞는지 확인해 주세요.', en: 'Please check how the other side is reached.' },
  },
}

/** So that news of a kind without words of its own still reads as a sentence. */
const other: Said = {
  title: { ko: '새 소식이 있습니다', en: 'There is something new' },
  text: { ko: '내용을 확인해 주세요.', en: 'Please have a look.' },
}

/** The kinds that have words of their own. */
export const noticeKinds: readonly string[] = Object.keys(notices)

export function sayNotice(
  kind: string,
  language: Language,
  side?: string,
): { readonly title: string; readonly text: string } {
  const said = notices[kind]
  const { title, text } = (isSide(side) && said?.[side]) || (said ?? other)
  return { title: title[language], text: text[language] }
}

const isSide = (side: string | undefined): side is NoticeSide =>
  side === 'firm' || side === 'sender' || side === 'receiver'

/** What is said of a draft that was read out of a paper. */
import type { Language } from '@ieum/wording'

const ko = {
  title: (file: string) => `회의 초안 · ${file}`,
  nothingKept: '사람이 하나하나 확인하기 전에는 아무것도 저장되지 않습니다. 이름·전화·전자우편은 읽지 않습니다.',
  session: '회의',
  date: '날짜',
  from: '시작',
  to: '끝',
  place: '장소',
  agencies: '참여 기관',
  schedule: '진행 순서',
  tasks: '과제',
  posts: '참석 직위',
  unsure: '확실하지 않은 것',
  allSure: '없습니다.',
  line: (number: number) => `${number}줄`,
  noLine: '-',
  notFound: '찾지 못함',
  may: (what: string) => `혹시: ${what}`,
  noProposer: '제안 기관 모름',
  seatless: (names: string) => `이 협의회에 좌석이 없는 기관: ${names}`,
  there: (title: string, code: string) => `이미 있는 과제: ${title} (${code})`,
  next: '다음에 할 일',
  steps: [
    '각 줄을 문서와 견주어 봅니다.',
    "협의회 간사가 화면의 '협의회 → 문서에서 가져오기'에 같은 파일을 올려, 맞는 것만 받아들이면 회의와 과제가 만들어집니다.",
  ],
  field: (field: string): string => {
    const [part = '', number = '', of = ''] = field.split('.')
    const parts: Record<string, string> = {
      session: '회의',
      agencies: '참여 기관',
      schedule: '진행 순서',
      tasks: '과제',
      date: '날짜',
      from: '시작',
      to: '끝',
      place: '장소',
      title: '제목',
      proposedBy: '제안 기관',
    }
    const name = (id: string) => parts[id] ?? id
    return /^\d+$/.test(number)
      ? `${name(part)} ${Number(number) + 1} ${name(of)}`
      : [part === 'session' ? '' : name(part), number && name(number)].filter(Boolean).join(' ')
  },
}

type ImportWords = typeof ko

const en: ImportWords = {
  title: file => `Draft of a session · ${file}`,
  nothingKept:
    'Nothing is saved before a person has looked at each. Names, telephones and e-mail addresses are left out.',
  session: 'Session',
  date: 'day',
  from: 'begins',
  to: 'ends',
  place: 'place',
  agencies: 'Agencies',
  schedule: 'Schedule',
  tasks: 'Tasks',
  posts: 'Posts present',
  unsure: 'Not sure',
  allSure: 'Nothing.',
  line: number => `line ${number}`,
  noLine: '-',
  notFound: 'not found',
  may: what => `perhaps ${what}`,
  noProposer: 'proposer not known',
  seatless: names => `Agencies without a seat in this council: ${names}`,
  there: (title, code) => `A task that is there already: ${title} (${code})`,
  next: 'What to do next',
  steps: [
    'Hold each line against the paper.',
    'The secretary of the council brings the same file on the page “Councils → From a paper”: what is accepted there becomes a session and its tasks.',
  ],
  field: field => {
    const [part = '', number = '', of = ''] = field.split('.')
    const names: Record<string, string> = { date: 'day', from: 'begins', to: 'ends', proposedBy: 'proposer' }
    const name = (id: string) => names[id] ?? id
    return /^\d+$/.test(number)
      ? `${name(part)} ${Number(number) + 1} ${name(of)}`
      : [part === 'session' ? '' : name(part), name(number)].filter(Boolean).join(' ')
  },
}

export const importWordsIn = (language: Language): ImportWords => (language === 'ko' ? ko : en)

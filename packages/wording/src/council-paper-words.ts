/** What papers of a council call its states, positions, votes and figures. */
import type { Language, Words } from '@ieum/catalogue/records'
import type { ActionState, MinutesItem, Position, TaskState, Votes } from '@ieum/council'

const positions: Record<Position, Words> = {
  agree: { ko: '동의', en: 'Agrees' },
  'agree-with-changes': { ko: '수정하여 동의', en: 'Agrees with changes' },
  study: { ko: '검토 필요', en: 'Has to study it' },
  cannot: { ko: '수용 곤란', en: 'Cannot' },
}

const taskStates: Record<TaskState, Words> = {
  drafted: { ko: '작성 중', en: 'Being drawn up' },
  proposed: { ko: '제안', en: 'Proposed' },
  answered: { ko: '답변 받음', en: 'Answered' },
  adopted: { ko: '채택', en: 'Adopted' },
  'under-way': { ko: '추진 중', en: 'Under way' },
  completed: { ko: '완료', en: 'Completed' },
  stopped: { ko: '중단', en: 'Stopped' },
  withdrawn: { ko: '철회', en: 'Withdrawn' },
}

const actionStates: Record<ActionState, Words> = {
  open: { ko: '진행', en: 'Open' },
  reported: { ko: '보고(확인 대기)', en: 'Reported, to be confirmed' },
  closed: { ko: '완료', en: 'Closed' },
  dropped: { ko: '중단', en: 'Dropped' },
}

const minutesItems: Record<MinutesItem, Words> = {
  name: { ko: '회의의 명칭', en: 'name' },
  body: { ko: '개최기관', en: 'body' },
  'time and place': { ko: '일시와 장소', en: 'time and place' },
  present: { ko: '참석자', en: 'who was present' },
  order: { ko: '진행 순서', en: 'order' },
  agenda: { ko: '상정 안건', en: 'item' },
  gist: { ko: '발언 요지', en: 'gist of what was said' },
  decision: { ko: '결정 사항', en: 'decision' },
  votes: { ko: '표결 내용', en: 'votes' },
}

const itemKinds = {
  opening: { ko: '개회', en: 'Opening' },
  task: { ko: '협업과제', en: 'Collaboration task' },
  report: { ko: '보고', en: 'Report' },
  finding: { ko: '끊긴 연결', en: 'Broken step' },
  other: { ko: '기타', en: 'Other' },
  closing: { ko: '폐회', en: 'Closing' },
} as const satisfies Record<string, Words>

const attendances = {
  invited: { ko: '초청', en: 'Invited' },
  coming: { ko: '참석 예정', en: 'Coming' },
  'not-coming': { ko: '불참 예정', en: 'Not coming' },
  present: { ko: '참석', en: 'Present' },
  absent: { ko: '불참', en: 'Absent' },
} as const satisfies Record<string, Words>

/** What is counted of a task. */
export type CouncilMeasure =
  | 'firms-referred'
  | 'answered-in-time'
  | 'accepted'
  | 'completed'
  | 'days-to-selection'
  | 'links-in-force'
  | 'steps-joined'

const measures: Record<CouncilMeasure, Words> = {
  'firms-referred': { ko: '연계된 기업', en: 'Firms referred' },
  'answered-in-time': { ko: '기한 안 답변', en: 'Answered in time' },
  accepted: { ko: '수락', en: 'Accepted' },
  completed: { ko: '완료', en: 'Completed' },
  'days-to-selection': { ko: '졸업에서 다음 선정까지(일)', en: 'Days from graduation to selection' },
  'links-in-force': { ko: '시행 중인 연계', en: 'Links in force' },
  'steps-joined': { ko: '이어진 단계', en: 'Steps joined' },
}

export function councilPaperWords(language: Language) {
  const isKorean = language === 'ko'
  return {
    position: (position: Position) => positions[position][language],
    taskState: (state: TaskState) => taskStates[state][language],
    actionState: (state: ActionState) => actionStates[state][language],
    itemKind: (kind: keyof typeof itemKinds) => itemKinds[kind][language],
    attendance: (state: keyof typeof attendances) => attendances[state][language],
    measure: (measure: CouncilMeasure) => measures[measure][language],
    notMeasured: isKorean ? '측정 안 됨' : 'not measured',
    fewerThan: (than: number): string => (isKorean ? `${than} 미만` : `fewer than ${than}`),
    withheld: isKorean ? '밝히지 않음' : 'not told',
    outOf: (value: number, of: number) => (isKorean ? `${of}건 중 ${value}건` : `${value} of ${of}`),
    votes: (votes: Votes | null) => {
      if (votes === null) return ''
      if (votes.is === 'without objection') return isKorean ? '이의 없음' : 'Without objection'
      const { for: yes, against, abstained } = votes
      return isKorean
        ? `찬성 ${yes}, 반대 ${against}, 기권 ${abstained}`
        : `${yes} for, ${against} against, ${abstained} abstained`
    },
    deputy: (post: string, deputy: string) => (isKorean ? `${post}(대리 ${deputy})` : `${post} (deputy: ${deputy})`),
    seatsTaken: (present: number, all: number) =>
      isKorean ? `${all}석 가운데 ${present}석` : `${present} of ${all} seats`,
    daysLate: (days: number) => (isKorean ? `${days}일` : `${days} day${days === 1 ? '' : 's'}`),
    openFrom: (day: string) => (isKorean ? `${day}부터 공개` : `Open from ${day}`),
    notYetSaid: isKorean ? '공개일 미정' : 'No day of opening yet',
    itemsNotYetSaid: (count: number) =>
      isKorean
        ? `안건 ${count}건은 공개일 미정`
        : `${count} item${count === 1 ? '' : 's'} of the agenda without a day of opening yet`,
    closed: (ground: string) => (isKorean ? `비공개 (${ground})` : `Not open (${ground})`),
    /** At the top of each page. */
    grade: {
      open: isKorean ? '공개' : 'Open to everyone',
      partly: isKorean ? '내부용 · 비공개 안건이 들어 있음' : 'For the council: holds what is not open',
      internal: isKorean ? '내부용 · 아직 공개되지 않음' : 'For the council: not open yet',
    },
    superseded: isKorean ? '뒤의 결정으로 바뀜' : 'A later decision takes its place',
    inferred: isKorean ? '출처에 없어 이름에서 미루어 봄' : 'Inferred from names; no source says so',
    stillMissing: (item: MinutesItem, of?: string) =>
      of === undefined ? minutesItems[item][language] : `${of}: ${minutesItems[item][language]}`,
  }
}

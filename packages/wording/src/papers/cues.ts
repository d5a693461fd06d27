/** The words by which Korean agendas and notices say what stands where. Compared without blanks. */

export type PartOfPaper =
  | 'overview'
  | 'tasks'
  | 'schedule'
  | 'attendance'
  | 'earlier'
  | 'later'
  | 'contact'
  | 'release'
  | 'other'

/** How a heading ends; the first kind that fits counts. */
export const headings: readonly (readonly [PartOfPaper, readonly string[]])[] = [
  ['contact', ['문의', '문의처', '담당부서', '담당자', '연락처', '행정사항', '협조사항', '협조요청']],
  [
    'earlier',
    [
      '지난회의결과',
      '지난회의',
      '전차회의결과',
      '전차회의',
      '이전회의',
      '이전회의결과',
      '직전회의결과',
      '추진경과',
      '경과',
      '추진실적',
      '조치결과',
      '회의결과',
      '이행상황',
    ],
  ],
  ['later', ['향후일정', '향후계획', '향후추진계획', '추후일정', '추진일정', '차기회의', '다음회의', '후속조치']],
  [
    'schedule',
    [
      '세부일정',
      '세부일정안',
      '일정',
      '일정안',
      '회의일정',
      '행사일정',
      '진행순서',
      '회의순서',
      '진행일정',
      '진행계획',
      '시간계획',
      '시간표',
      '식순',
      '세부진행순서',
      '세부계획',
      '세부시간계획',
      '회의진행',
      '회의진행순서',
      '프로그램',
    ],
  ],
  ['attendance', ['참석자', '참석자명단', '참석대상', '참석기관', '참여기관', '참석', '참석범위', '위원구성', '구성']],
  [
    'tasks',
    [
      '안건',
      '안건목록',
      '안건명',
      '회의안건',
      '논의안건',
      '상정안건',
      '심의안건',
      '토의안건',
      '협의안건',
      '의결안건',
      '안건(안)',
      '의제',
      '논의의제',
      '협의의제',
      '협업과제',
      '협력과제',
      '논의과제',
      '협의과제',
      '제안과제',
      '제안안건',
      '과제목록',
      '협업과제목록',
      '과제현황',
      '논의사항',
      '협의사항',
      '안건별제안기관',
    ],
  ],
  ['overview', ['개요', '회의개요', '행사개요', '개최개요', '협의회개요', '협의체개요', '개최계획', '회의개최']],
]

/** Words that a heading may have at its end besides. */
export const headingTails = ['안', '총괄', '목록', '현황', '(안)']

/** Labels in front of what they say. */
export const labels = {
  when: ['일시', '회의일시', '개최일시', '행사일시', '일자', '개최일자', '회의일자', '개최일', '날짜', '때'],
  time: ['시간', '회의시간', '개최시간'],
  place: ['장소', '회의장소', '개최장소', '행사장소', '곳', '개최지'],
  attendance: ['참석자', '참석', '참석대상', '참석기관', '참여기관', '참석범위', '구성', '위원'],
  agenda: ['안건', '논의안건', '회의안건', '의제', '협업과제', '논의과제'],
  proposer: ['제안', '제안부처', '제안기관', '제안자', '제안처', '제안측'],
  inCharge: ['소관', '소관부처', '주관', '주관부처', '주관기관', '담당부처', '담당기관', '소관기관'],
} as const

/** Heads of columns. */
export const columns = {
  time: ['시간', '시각', '일시', '시간계획', '소요시간', '시간(분)', '소요', '시간(소요)'],
  title: [
    '주요일정',
    '내용',
    '주요내용',
    '세부내용',
    '진행내용',
    '순서',
    '진행순서',
    '일정',
    '세부일정',
    '프로그램',
    '식순',
    '진행',
    '주제',
    '구분',
  ],
  task: [
    '과제명',
    '안건명',
    '협업과제명',
    '협업과제',
    '협력과제',
    '논의과제',
    '제안과제',
    '과제',
    '안건',
    '의제',
    '제목',
    '논의안건',
    '주요안건',
    '제안안건',
    '과제(안건)',
    '내용',
  ],
  proposer: ['제안부처', '제안기관', '제안', '제안처', '제안자', '부처', '기관', '기관명', '부처명', '구분'],
  inCharge: ['소관', '소관부처', '주관부처', '주관기관', '주관', '담당부처', '소관기관'],
  people: [
    '성명',
    '이름',
    '담당자',
    '발표자',
    '참석자',
    '책임자',
    '연락처',
    '전화',
    '전화번호',
    '이메일',
    '전자우편',
    '발제자',
    '보고자',
  ],
} as const

/** A day in a line with one of these is not the day of the session. */
export const otherDays = [
  '보도시점',
  '보도일시',
  '보도 일시',
  '엠바고',
  '배포',
  '게재',
  '보도해',
  '시행일',
  '접수',
  '제출',
  '회신',
  '마감',
  '기한',
  '까지 송부',
  '작성일',
  '공포',
  '발표일',
]

/** What tells of another sitting than this one. */
export const otherSittings = [
  '지난',
  '전차',
  '직전',
  '이전 회의',
  '종전',
  '차기',
  '다음 회의',
  '향후',
  '추후',
  '결과보고',
  '기 개최',
  '개최된 바',
  '개최한 바',
  '이후',
  '에 이어',
]

/** Names of such bodies: what a title has in it. */
export const bodies = ['협의회', '협의체', '간담회', '위원회', '회의', '협의기구']

/** Proposed by all who take part. */
export const together = [
  '공통',
  '공동',
  '양부처',
  '양기관',
  '합동',
  '양측',
  '전부처',
  '부처공동',
  '부처공통',
  '양부처공동',
  '양부처공통',
]

export const proposed = ['제안', '제출', '상정', '건의', '요청']

/** What a group of tasks is called besides who proposes it. */
export const taskWords = [
  '협업과제',
  '협력과제',
  '논의과제',
  '논의안건',
  '협의안건',
  '제안과제',
  '과제',
  '안건',
  '의제',
  '사항',
]

/** `안건 1`, `제2호 안건`, `과제3`. */
export const numberedTask =
  /^[<[(【「]?\s{0,2}(?:(?:안건|과제|의제)\s{0,2}(?:제\s?)?\d{1,2}\s?호?|제?\s?\d{1,2}\s?(?:호\s?)?(?:안건|과제|의제))\s{0,2}[>\])】」]?\s{0,2}[:.)]?\s{0,2}/

/** `8건`, `(3건)`, `총 8개 과제`. */
export const countOf = /(?:총\s?)?(\d{1,3})\s?(?:건|개\s?(?:과제|안건))/
/** A list that is cut short: `로봇 지원 확대 등 3건`. */
export const andOthers = /\s등(?:\s|$)/

/** Posts, as a paper lists who is invited. */
export const postEndings = [
  '장관',
  '차관',
  '실장',
  '국장',
  '과장',
  '팀장',
  '단장',
  '정책관',
  '기획관',
  '심의관',
  '담당관',
  '본부장',
  '원장',
  '부장',
  '센터장',
  '위원장',
  '이사장',
  '처장',
  '청장',
]
/** Who speaks or leads, said behind what happens. */
export const spokenBy =
  /\s{0,3}[([]\s{0,2}(?:사회|사회자|진행|진행자|발표|발표자|발제|발제자|보고|보고자|좌장|주재|담당)\s{0,2}[:：]?\s{1,3}[^)\]]{1,40}[)\]]\s{0,3}$/
export const sentenceEnd = /(?:다|함|음|됨|임)\.?$/

/** What a reader of papers could not settle, and why a paper was not read: said to whoever has to look. */
import type { Language, Words } from '@ieum/catalogue/records'

const doubtWords = {
  // The paper does not say it, or not where it was looked for.
  'not found': { ko: '문서에서 찾지 못했습니다', en: 'not found in the paper' },
  // A day without its year.
  'no year': { ko: '연도가 적혀 있지 않습니다', en: 'the year is not said' },
  // The day of the week is another one on that day.
  'weekday differs': { ko: '날짜와 요일이 맞지 않습니다', en: 'the day of the week is another one on that day' },
  // Another day stands in the paper as well.
  'another day': { ko: '다른 날짜도 적혀 있습니다', en: 'another day stands in the paper as well' },
  // An hour that may be of the morning or of the afternoon.
  'morning or afternoon': { ko: '오전인지 오후인지 적혀 있지 않습니다', en: 'morning or afternoon is not said' },
  // The schedule begins or ends at another time than the session.
  'times differ': {
    ko: '회의 시간과 일정표의 시간이 다릅니다',
    en: 'the schedule says another time than the session',
  },
  // How long an item takes is not what its times say.
  'length differs': { ko: '시각과 소요 시간이 맞지 않습니다', en: 'its length is not what its times say' },
  // Between two items lies time that belongs to neither, or to both.
  gap: { ko: '앞 순서와 시간이 이어지지 않습니다', en: 'its time does not follow on the item before' },
  // No end is said.
  'no end': { ko: '끝나는 시각이 적혀 있지 않습니다', en: 'no end is said' },
  'no proposer': { ko: '누가 제안했는지 적혀 있지 않습니다', en: 'who proposes it is not said' },
  // Named as proposing or taking part, and not in the catalogue.
  'no such agency': { ko: '목록에 없는 기관입니다', en: 'no agency of the catalogue' },
  // Proposed together, where more than two take part: by whom is not said.
  'by which of them': {
    ko: '공동 제안이지만 어느 기관들인지 적혀 있지 않습니다',
    en: 'proposed together, by which of them is not said',
  },
  // Named as in charge, not as proposing.
  'in charge': { ko: '제안이 아니라 소관·주관으로 적혀 있습니다', en: 'named as in charge, not as proposing' },
  // Which group a row belongs to is not clear.
  'group unclear': {
    ko: '합쳐진 칸이라 어느 기관의 것인지 분명하지 않습니다',
    en: 'a merged cell leaves open whose it is',
  },
  // The paper counts another number of tasks.
  'count differs': { ko: '문서에 적힌 건수와 다릅니다', en: 'the paper counts another number' },
  // A list that ends with "and others".
  'cut short': { ko: "'등'으로 줄여 적혀 있습니다", en: 'cut short with “and others”' },
  // It stands in running text only.
  'in the text only': {
    ko: '항목이 아니라 본문에서 읽었습니다',
    en: 'read from running text, not from a labelled line',
  },
  // Named, but not where it is said who takes part.
  'named beside': {
    ko: '이름은 나오지만 참여 기관으로 적혀 있지는 않습니다',
    en: 'named, but not as taking part',
  },
} as const satisfies Record<string, Words>

export type Doubt = keyof typeof doubtWords
export const doubts = Object.keys(doubtWords) as readonly Doubt[]

export const sayDoubt = (doubt: Doubt, language: Language): string => doubtWords[doubt][language]

const refusalWords = {
  empty: { ko: '빈 파일입니다', en: 'an empty file' },
  'too large': { ko: '너무 큽니다', en: 'too large' },
  kind: {
    ko: '내용이 HWPX, HWP, DOCX, PDF, 텍스트 가운데 어느 것도 아닙니다',
    en: 'by its content no HWPX, HWP, DOCX, PDF or text',
  },
  broken: { ko: '깨졌거나 잘린 파일입니다', en: 'broken or cut off' },
  'two-kinds': { ko: '두 가지 파일이 겹쳐 있습니다', en: 'two kinds of file at once' },
  program: { ko: '매크로나 스크립트가 들어 있습니다', en: 'has a macro or a script in it' },
  outside: { ko: '열 때 바깥의 것을 가져오게 되어 있습니다', en: 'would fetch something from outside' },
  'packed-file': { ko: '들여다볼 수 없는 파일이 들어 있습니다', en: 'has a file in it that cannot be looked into' },
  locked: { ko: '암호가 걸렸거나 배포용으로 잠겨 있습니다', en: 'locked with a password, or for distribution only' },
  bomb: { ko: '풀면 지나치게 커집니다', en: 'grows far too large when it is opened' },
  virus: { ko: '악성 코드로 보입니다', en: 'looks like a virus' },
  'no text': { ko: '글자가 없습니다(그림으로 된 문서)', en: 'no text in it, such as a scan' },
  'too slow': { ko: '읽는 데 너무 오래 걸립니다', en: 'takes too long to read' },
} as const satisfies Record<string, Words>

export type PaperNotRead = keyof typeof refusalWords
export const papersNotRead = Object.keys(refusalWords) as readonly PaperNotRead[]

export const sayPaperNotRead = (why: PaperNotRead, language: Language): string => refusalWords[why][language]

/**
 * Persons in a paper: names are known by a post or a telephone beside them, by the label in front of them or by the column that they stand in,
 * and are then left out wherever they stand. What is left out is meant to be rather too much than too little.
 */

const surnames =
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육맹제모탁국어은편용예경봉부복목형피두감음빈동온호범좌팽승간시갈견당'
const doubled = '(?:남궁|황보|제갈|선우|독고|사공|서문|동방)'
const post =
  '(?:장\\s?관|차\\s?관|실\\s?장|국\\s?장|과\\s?장|팀\\s?장|단\\s?장|사무관|서기관|주무관|이사관|부이사관|정책관|기획관|심의관|담당관|비서관|행정관|조정관|연구관|본부장|이사장|원\\s?장|센터장|부\\s?장|차\\s?장|처\\s?장|청\\s?장|위원장|위원|의장|교수|대표|회장|사장|총괄|책임|선임|수석|대리|박사|간사|연구원|연구위원|전문위원|변호사|부회장|부원장|사무총장|총장|시장|도지사|지사|군수|구청장|의원|씨|님)'
const three = `(?:${doubled}[가-힣]{1,2}|[${surnames}][가-힣]{2}|[${surnames}] [가-힣] [가-힣])`
const any = `(?:${doubled}[가-힣]{1,2}|[${surnames}][가-힣]{1,2}|[${surnames}] [가-힣] [가-힣]|[${surnames}] {1,3}[가-힣])`
const alone = '(?<![가-힣])'
const ends = '(?=$|[^가-힣]|[은는이가을를의와과도]|께서|에게|님|씨)'
const telephone = '[+(]?\\d{2,4}\\)?[-.\\s)]{1,2}\\d{3,4}[-.\\s]'

const beside: readonly RegExp[] = [
  // 홍길동 산업정책국장
  new RegExp(`${alone}(${three})\\s{1,2}(?:[가-힣·0-9]{0,12}\\s?)?${post}`, 'g'),
  // 차관 홍길동
  new RegExp(`${post}\\s{0,2}[:：]?\\s{1,2}(${three})${ends}`, 'g'),
  // 홍길동(산업부 과장), 허준 (044-…)
  new RegExp(`${alone}(${three})\\s?\\((?=[^)\\n]{0,30}${post})`, 'g'),
  new RegExp(
    `${alone}(${any})\\s{0,4}[(,☎☏/|:\\t]?\\s{0,4}(?:☎|☏|tel\\.?|전화)?\\s{0,2}[:：]?\\s{0,2}(?=${telephone})`,
    'gi',
  ),
  // 담당자: 허준, 사회 홍길동
  new RegExp(
    `(?:성\\s?명|이\\s?름|담당자|책임자|연락처|발표자|사회자|진행자|보고자|발제자|작성자|기안자|검토자|결재자|좌장|발제|문의)\\s{0,2}[:：]\\s{0,2}(${any})${ends}`,
    'g',
  ),
  new RegExp(
    `(?:성\\s?명|이\\s?름|담당자|책임자|발표자|사회자|진행자|보고자|발제자|작성자|기안자|좌장)\\s{1,4}(?:${post}\\s{1,4})?(${three})${ends}`,
    'g',
  ),
  new RegExp(`[:：(/,]\\s{0,2}(${three})\\s{1,2}${post}`, 'g'),
]

const loose = new RegExp(`${alone}(${three})${ends}`, 'g')
const looseAny = new RegExp(`${alone}(${any})(?![가-힣])`, 'g')

/** Words of three letters that begin like a name and may stand beside a post. */
const words = new Set(
  [
    '전문가 관계자 참석자 진행자 발표자 사회자 담당자 책임자 구성원 위원회 추진단 마무리 인사말 소개말 지자체 민간인 위촉직 당연직 공무원 연구원 진흥원 연구소',
    '주무과 소관과 담당과 추진과 지원과 정책과 기획과 조정과 총괄과 기업과 금융과 유통과 공정과 전략과 제도과 주무국 소관국 정책국 기획국 무역국',
    '주무관 서기관 사무관 이사관 정책관 기획관 심의관 조정관 연구관 차관급 국장급 과장급 차관보 정책실 기획실 무역실 조정실 홍보실 감사실 고위급',
    '고용부 국토부 문체부 국방부 기재부 여가부 복지부 경제부 주관부 금융위 공정위 방통위 권익위 원안위 공동위 전문위 연구위 기획위 정책위 조정위 심의위 민간위',
    '조달청 국세청 소방청 기상청 경찰청 방사청 지방청 경기도 강원도 전북도 전남도 경북도 경남도 제주도 부총리 국무총 지원단 기획단 심사단 전체회 간담회 연구회',
    '주재로 주재의 전원이 전원은 전원의 공동의 공동위원장 부위원장 부단장 부팀장 부국장 부실장 부원장 부회장 국과장 기관장 부서장 부기관 실무자 도지사 이메일 전화번',
    '이하의 이상의 이상이 이상은 전체의 전체가 주요국 주요과 유관과 안건을 과제를 성과를 성과와 성과의 현안과 제조업 신산업 신기술 원자력 자동차 공급망 수출과 투자과',
  ].flatMap(line => line.split(' ')),
)
const isWord = (name: string): boolean => {
  const bare = name.replaceAll(' ', '')
  return words.has(bare) || /(?:시청|시|부처)$/.test(bare) || commonPairs.has(bare)
}
/** Of two letters, beside a telephone or behind a label. */
const commonPairs = new Set(
  '과장 국장 실장 차관 장관 팀장 부장 차장 원장 단장 대리 주임 간사 위원 의장 대표 총괄 책임 선임 수석 교수 박사 전화 팩스 내선 문의 담당 연락 기획 정책 지원 조정 전략 홍보 감사 인사 총무 예산 이상 이하 전원 주재 진행 사회 발표 보고 안내 신청 접수 공고 공지 제출 회신 참조 송부 시행 기안 협조 결재 전결 성명 이름 소속 직위 직급 부서 기관 이메일 메일'.split(
    ' ',
  ),
)

/** Names that a paper has in it: of all its lines, and of cells under heads such as 성명. */
export function peopleIn(lines: readonly string[], cells: readonly string[] = []): ReadonlySet<string> {
  const people = new Set<string>()
  const add = (name: string | undefined) => {
    if (name !== undefined && !isWord(name)) people.add(name)
  }
  for (const line of lines) {
    for (const pattern of beside) for (const match of line.matchAll(pattern)) add(match[1])
    if (hasContact(line)) for (const match of line.matchAll(loose)) add(match[1])
  }
  for (const cell of cells) for (const match of cell.matchAll(looseAny)) add(match[1])
  return people
}

const mail = /(?<![\w.+-])[\w.+-]{1,64}\s?@\s?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/g
const phones =
  /(?:☎|☏|[Tt][Ee][Ll]\.?|전화|[Ff][Aa][Xx]\.?|팩스|내선|휴대폰|연락처)?\s{0,2}[:：]?\s{0,2}(?:\+82[-.\s]{0,2})?\(?0\d{1,2}\)?\s{0,2}[-.)\s~]\s{0,2}\d{3,4}\s{0,2}[-.\s]\s{0,2}\d{4}(?:\s?[~,/]\s?\d{1,4}){0,3}/g
const abroad = /\+\s{0,1}82[-.\s)]{0,2}\(?0?\)?\d{1,2}\)?[-.\s]{1,2}\d{3,4}[-.\s]{1,2}\d{4}/g
const packed = /(?<!\d)01[016789]\d{7,8}(?!\d)/g
const extension = /(?:☎|☏|내선|전화|[Tt][Ee][Ll]\.?)\s{0,2}[:：]?\s{0,2}\d{3,4}(?:[-.\s]\d{4})?(?!\d)/g
const exchange = /(?<![\d-])\d{3,4}-\d{4}(?![\d-])/g

const hasContact = (text: string): boolean =>
  [mail, phones, abroad, packed, extension, exchange].some(pattern => text.search(pattern) !== -1)

/** Where somebody was left out: no letter, no blank and no sign that a paper has. */
const gap = '\ufffc'

/** Without the names, telephones and mail addresses; a sign of its own stands where they were, until it is said or dropped. */
export function withoutPeople(text: string, people: ReadonlySet<string>): string {
  let left = text.replaceAll(gap, '')
  for (const name of people) left = without(left, name)
  for (const pattern of [mail, phones, abroad, packed, extension, exchange]) left = left.replaceAll(pattern, gap)
  for (const pattern of beside)
    left = left.replaceAll(pattern, (all: string, name: string) => (isWord(name) ? all : all.replace(name, gap)))
  return left
}

function without(text: string, name: string): string {
  let left = ''
  let from = 0
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, from)) {
    left += text.slice(from, at) + gap
    from = at + name.length
  }
  return left + text.slice(from)
}

/** A line as it is shown: where somebody was left out is seen. */
export const sayGaps = (text: string): string =>
  text
    .replaceAll(/\ufffc{1,9}/g, '○○○')
    .replaceAll(/ {2,}/g, ' ')
    .trim()

const noteOfSomebody = /\s{0,3}[([][^()[\]]{0,80}\ufffc[^()[\]]{0,80}[)\]]/g
const callBehind =
  /(?:\s{0,3}[-–:/|]\s{0,3}|\s{1,3}(?:담당|문의|연락처|발표|보고|발제|사회|진행|좌장)\s{0,2}[:：]?\s{0,3})\ufffc.{0,200}$/

/** The same for a title: a note in brackets about somebody goes whole, and what is said of him behind it. */
export function withoutGaps(text: string): string {
  return text
    .replaceAll(noteOfSomebody, ' ')
    .replace(/^\ufffc{1,9}\s{0,3}/, '')
    .replace(callBehind, '')
    .replaceAll(gap, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .replace(/[\s,·/:：(-]{1,20}$/, '')
    .trim()
}

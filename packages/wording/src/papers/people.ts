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

/** Words of three letters that begin like a name. */
const words = new Set(
  '전문가 관계자 참석자 진행자 발표자 사회자 담당자 책임자 구성원 위원회 추진단 마무리 인사말 주무과 소관과 담당과 지자체 공공기 민간인 위촉직 당연직 정책관 기획관 심의관 정부측 양부처 각부처 공무원 연구원 진흥원 추진과 지원과 정책과 기획과 조정과 총괄과 산업과 기업과 금융과 유통과 공정과 전략과 제도과 진행순 주요일 세부일 주재자 공동위 소상공 소공인 중소기 대기업 중견기 고용부 국토부 문체부 국방부 금융위 공정위 기재부 여가부 지방청 조달청 국세청 관세청 특허청 경제부 부총리 국무총 공급망 전주기 전과정 주관부 주관기 제안부 제조업 연구소 연구회 협의회 간담회 심사단 지원단 기획단 전체회 전원회 주제발 기조연 모두발 소개말 공동의 공동위원장 위원장 부위원 국무위 전문위 연구위 기획위 정책위 조정위 심의위 소위원 정보과 예산과 인사과 성장과 진흥과 육성과 시장과 수출과 투자과 창업과 벤처과 혁신과 구매과 판로과 인력과 안전과 표준과 인증과 석유과 소재과 기계과 전자과 자동차 조선과 철강과 화학과 섬유과 원자력 신산업 신기술 신재생 이메일 전화번 홍보실 감사실 대변인 주무관 서기관 사무관 이사관 정책실 기획실 산업실 무역실 조정실 차관급 국장급 과장급 실장급 장관급 차관보 고위급 실무자 부서장 부기관 기관장 기관별 부처별 과제별 안건별 분야별 지역별 유관기 관련부 소속기 산하기 민간위 정부위 연구기 공공기관 지원기 수요기 공급기 주력산 전통산 고도화 지능형 지역별 도지사 시장상 현장의 현안과 주요과 주요국 해외국 공정거 우수기 선정기 성과를 성과와 성과의 과제를 안건을'.split(
    ' ',
  ),
)
const endsLikeADivision =
  /(?:부처|정책과|지원과|총괄과|기획과|위원회|협의회|위원|위원장|정책국|산업국|정책관|기획관|부서|부처의|담당|소속|주관|해당|과제|안건|회의|기관|기업|산업|정책|사업|지원|협력|협의|제안|논의|확대|강화|추진|검토|보고|발표|토론|진행|소개|참석|개최|순서)$/
const isWord = (name: string): boolean => {
  const bare = name.replaceAll(' ', '')
  return words.has(bare) || endsLikeADivision.test(bare) || new RegExp(`${post}$`).test(bare)
}

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

const mail = /[\w.+-]{1,64}\s?@\s?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/g
const phones =
  /(?:☎|☏|[Tt][Ee][Ll]\.?|전화|[Ff][Aa][Xx]\.?|팩스|내선|휴대폰|연락처)?\s{0,2}[:：]?\s{0,2}(?:\+82[-.\s]{0,2})?\(?0\d{1,2}\)?\s{0,2}[-.)\s~]\s{0,2}\d{3,4}\s{0,2}[-.\s]\s{0,2}\d{4}(?:\s?[~,/]\s?\d{1,4}){0,3}/g
const packed = /(?<!\d)01[016789]\d{7,8}(?!\d)/g
const extension = /(?:☎|☏|내선|전화|[Tt][Ee][Ll]\.?)\s{0,2}[:：]?\s{0,2}\d{3,4}(?:[-.\s]\d{4})?(?!\d)/g
const exchange = /(?<![\d-])\d{3,4}-\d{4}(?![\d-])/g

export const hasContact = (text: string): boolean =>
  [mail, phones, packed, extension, exchange].some(pattern => text.search(pattern) !== -1)

const mark = '○○○'

/** Without the names, telephones and mail addresses; a mark stands in their place. */
export function withoutPeople(text: string, people: ReadonlySet<string>): string {
  let left = text
  for (const name of [...people].sort((a, b) => b.length - a.length)) left = without(left, name)
  for (const pattern of [mail, phones, packed, extension, exchange]) left = left.replaceAll(pattern, ` ${mark} `)
  for (const pattern of beside)
    left = left.replaceAll(pattern, (all: string, name: string) => (isWord(name) ? all : all.replace(name, mark)))
  return left.replaceAll(/ {2,}/g, ' ').trim()
}

function without(text: string, name: string): string {
  let left = ''
  let from = 0
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, from)) {
    left += text.slice(from, at) + mark
    from = at + name.length
  }
  return left + text.slice(from)
}

/** The same for a title: what was left out leaves no mark, nor empty brackets. */
export function titleWithoutPeople(text: string, people: ReadonlySet<string>): string {
  return withoutPeople(text, people)
    .replaceAll(mark, ' ')
    .replaceAll(
      /[([]\s{0,5}(?:담당|문의|연락처|발표|보고|발제|사회|진행|좌장)?\s{0,2}[:：·,/]?\s{0,5}[,·/]?\s{0,5}[)\]]/g,
      ' ',
    )
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/\( | \)/g, found => found.trim())
    .replace(/[\s,·/:：(-]{1,20}$/, '')
    .trim()
}

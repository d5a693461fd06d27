/** Signs and small words by which Korean papers set out their lines; what is done with them stands where papers are read. */

const letters = '가나다라마바사아자차카타파하'
/** `가.` */
export const letteredParagraph = new RegExp(`^[${letters}]\\.\\s{0,4}(?=\\S)`)
/** `1)`, `(1)`, `가)`, `(가)`, `①`. */
export const numberedItem = new RegExp(
  `^(?:\\d{1,2}\\)|\\(\\d{1,2}\\)|[${letters}]\\)|\\([${letters}]\\)|[①-⑳❶-❿➀-➓㉮-㉻])\\s{0,4}`,
)
/** A circle that was read as a letter from a picture: `이 (회의내용) …`. */
export const misreadCircle = /^이\s{1,4}(?=\()/

/** `붙임`, `붙임 1. …`. */
export const attachment = /^[【<[(]?\s?(?:붙\s?임|첨\s?부|별\s?첨|참\s?고)\s?\d{0,2}\s?[】>\])]?(?:\s|[.:]|$)/

/** `(3건)`, `총 8개 과제`, in a heading. */
export const countInHeading = /[([]?\s{0,2}(?:총\s?)?\d{1,3}\s?(?:건|개(?:\s?(?:과제|안건))?)\s{0,2}[)\]]?/
/** `(총 90분)`, in a heading. */
export const lengthInHeading = /\(\s?(?:총\s?|약\s?)?\d{1,3}\s?분\s?\)/
/** `개  회`: two letters set apart are one word. */
export const wordSetApart = /(?<![가-힣])([가-힣]) {1,6}([가-힣])(?![가-힣])/g
/** The same where proposers are named. */
export const countsOfGroup = /\(?\s?(?:총\s?)?\d{1,3}\s?(?:건|개)?\s?\)?/g
/** A cell that is a count and nothing else, and one that begins with one or has it in brackets. */
export const onlyCount = /^\d{1,3}\s?(?:건|개)$/
export const cellWithCount = /^[^가-힣]{0,3}(?:총\s?)?\d{1,2}\s?건|\(\d{1,2}건?\)/

/** `일시 2024. …`, without a colon between. */
export const labelBeforeFigure = /^([가-힣]\s?[가-힣](?:\s?[가-힣]{1,2})?)\s{1,8}(?=['‘’\d오])/
/** `일시 및 장소`. */
export const labelJoin = /[·ㆍ‧・/,&]|\s및\s/
export const labelJoinAtFront = /^및/

/** What stands around the names of those who propose and says no more. */
export const besideProposers = [
  '협조',
  '협조부처',
  '협조기관',
  '협력',
  '협력부처',
  '협력기관',
  '관계부처',
  '관계기관',
  '지원기관',
]
export const joinsOfProposers = ['및', '와', '과', '간', '등', '의', '에서', '이', '가', '부처']
/** Where the next of several labels begins: `제안: 중기부 / 협조: 산업부`. */
export const nextLabel = /[/;,]\s{0,3}(?=[가-힣\s]{2,8}\s{0,2}[:：])/

export const onlyFigures = /^[\d\s.()'분]{1,12}$/
/** Heads of columns that say nothing of what is read. */
export const otherHeads = /^(?:연번|번호|순번|순|no\.?|비고|소요시간|건수|기대효과)$/i

/** A session that is or was held. */
export const isHeld = /개최|열린|열었/
export const yearAlone = /(?<!\d)(20\d{2})\s?년/g
/** What stands around a place and is none. */
export const beforePlace = /^및\s/
export const behindPlace = /\s{0,3}(?:에서)?\s{0,3}개최(?:예정|함|한다)?$/
/** Behind a place in running text. */
export const at = '에서 '

/** Between the names of agencies and what their body is called: `중기부-산업부 정책협의회`. */
export const beforeBody = /^[\s가-힣A-Za-z0-9'"‘’“”「」·&-]{0,24}$/
export const betweenAgencies = /^[\s·ㆍ‧・,/&-]{0,3}(?:(?:와|과|및)\s{0,2})?$/
/** `(산업부 7명): …`. */
export const headcountAtFront = /^[([]?[^)\]:：]{1,20}\d{1,3}\s?명/
export const headcountOrLabel = /\d{1,3}\s?명|[)\]]\s?[:：]/
/** Beside the name of a post. */
export const besidePost = /\([^)]{0,30}\)|[()*※]|\d{1,3}\s?명|등\s.{0,20}$/g

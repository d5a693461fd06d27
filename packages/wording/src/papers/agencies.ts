/**
 * Agencies as papers name them: by a name of the catalogue, today's or one of before, by what the paper itself says it calls them
 * (`이하 중기부`), by letters in the English name, or by the way Korean shortens names: letters of the name in their order, from the first to
 * the last (중소벤처기업부: 중기부).
 */
import type { Agency, Day } from '@ieum/catalogue/records'

export interface AgencyNamed {
  readonly at: number
  readonly end: number
  readonly id: string
  readonly as: string
}

export interface AgencyReader {
  in(text: string): AgencyNamed[]
  /** What looks like the name of an agency and is none of the catalogue. */
  strangersIn(text: string): string[]
}

interface Name {
  readonly text: string
  readonly id: string
  readonly from?: Day
  readonly until?: Day
}

const isHangul = (sign: string | undefined): boolean => sign !== undefined && sign >= '가' && sign <= '힣'

/** What may follow a name at once: particles, posts, and what councils do. Anything else makes it another word (산업부문). */
const follows =
  /^(?:가|이|은|는|을|를|와|과|의|에|도|로|만|측|간|및|께서|에서|에게|으로|부터|까지|이나|제안|공동|공통|소관|주관|협조|합동|장관|차관|실장|국장|과장|담당|제출|상정|안건|과제|제|내|청사|본부|직원|관계|산하|하고|이다|입니다)/
const likeAnAgency = /[가-힣]{1,14}(?:부|처|청|위원회|공단|진흥원|연구원|공사|재단|협회|특별시|광역시)(?![가-힣])/g
/** Words that only end like one. */
const noAgency =
  /^(?:양|각|관계|해당|소관|제안|주관|협조|담당|내|외|전|타|참석|관련|유관|소속|일|세|본|상|하|후|정|간|출|여|거래|구매|판매|연락|문의|제출|접수)(?:부처|부|처|청)$|(?:정부|학부|농업부|전부|일부|내부|외부|본부|세부|여부|간부|상부|하부|신청|요청|시청|초청|거래처|부처)$/
/** `이하 중기부`, `이하 '산업부'라 함`, within what stands behind the name. */
const calledHere =
  /^[^\n]{0,40}?이하\s{0,2}['"‘’“”「]?\s{0,2}([가-힣A-Za-z]{2,12}?)['"‘’“”」]?(?:라|이라)?\s?(?:함|한다|칭함)?\s{0,2}\)/
const shortEndings = '부처청위원회공진단'

export function agencyReaderOf(agencies: readonly Agency[], paper: string, on?: Day): AgencyReader {
  const names: Name[] = agencies.flatMap(({ id, name, names: dated = [] }) => [
    { text: name.ko, id },
    ...dated.map(({ name, from, until }) => ({ text: name.ko, id, ...(from && { from }), ...(until && { until }) })),
    ...[name.en, ...dated.map(one => one.name.en)].flatMap(text => [
      { text, id },
      ...[...text.matchAll(/\(([A-Z][A-Z-]{2,9})\)/g)].map(match => ({ text: match[1]!, id })),
    ]),
    ...(/^[a-z]{3,10}$/.test(id) ? [{ text: id.toUpperCase(), id }] : []),
  ])
  const kinds = new Map(agencies.map(({ id, kind }) => [id, kind]))
  const byText = Map.groupBy(names, ({ text }) => text)
  const called = new Map<string, string>()

  const idOf = (all: readonly Name[]): string | undefined => {
    const ids = (some: readonly Name[]) => [...new Set(some.map(({ id }) => id))]
    const standing = all.filter(({ from = '', until = '9999' }) => on === undefined || (from <= on && on <= until))
    for (const some of [standing, all]) {
      const ministries = ids(some.filter(({ id }) => kinds.get(id) === 'ministry'))
      if (ministries.length === 1) return ministries[0]
      if (ids(some).length === 1) return some[0]!.id
    }
    return undefined
  }
  const full = [...byText]
    .map(([text, all]) => ({ text, id: idOf(all) }))
    .filter((one): one is { text: string; id: string } => one.id !== undefined && one.text.length >= 2)
    .sort((a, b) => b.text.length - a.text.length)
  for (const { text, id } of full)
    for (let at = paper.indexOf(text); at !== -1; at = paper.indexOf(text, at + 1)) {
      const short = calledHere.exec(paper.slice(at + text.length, at + text.length + 70))?.[1]
      if (short !== undefined && !called.has(short)) called.set(short, id)
    }
  const spelt = [...full, ...[...called].map(([text, id]) => ({ text, id }))].sort(
    (a, b) => b.text.length - a.text.length,
  )
  const known = new Map<string, string | undefined>()

  function shortened(token: string): string | undefined {
    if (known.has(token)) return known.get(token)
    const found = idOf(names.filter(({ text, id }) => isShortOf(token, text, kinds.get(id) === 'ministry')))
    known.set(token, found)
    return found
  }

  return {
    in(text) {
      const found: AgencyNamed[] = []
      const put = (at: number, name: string, id: string) => {
        const end = at + name.length
        if (found.every(one => end <= one.at || at >= one.end)) found.push({ at, end, id, as: name })
      }
      for (const { text: name, id } of spelt)
        for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length))
          if (stands(text, at, name)) put(at, name, id)
      for (const { 0: run, index } of text.matchAll(/[가-힣]{3,20}/g))
        for (let length = Math.min(run.length, 7); length >= 3; length -= 1) {
          const token = run.slice(0, length)
          if (!shortEndings.includes(token.at(-1)!) || !stands(text, index, token)) continue
          const id = shortened(token)
          if (id === undefined) continue
          put(index, token, id)
          break
        }
      return found.sort((a, b) => a.at - b.at)
    },
    strangersIn(text) {
      const own = this.in(text)
      return [...text.matchAll(likeAnAgency)]
        .filter(
          ({ 0: name, index }) =>
            !noAgency.test(name) && own.every(one => index + name.length <= one.at || index >= one.end),
        )
        .map(match => match[0])
    },
  }
}

/** Not a part of another word. */
function stands(text: string, at: number, name: string): boolean {
  const before = text[at - 1]
  const after = text.slice(at + name.length, at + name.length + 4)
  if (/^[A-Za-z]/.test(name)) return !/[A-Za-z]/.test(before ?? '') && !/^[A-Za-z]/.test(after)
  return !isHangul(before) && (!isHangul(after[0]) || follows.test(after))
}

function isShortOf(token: string, name: string, isMinistry: boolean): boolean {
  if (token.length >= name.length || token[0] !== name[0] || !isHangul(name[0])) return false
  // 위원회 and 공단 lose what stands last: 금융위, 중진공.
  const ends = [name, name.replace(/원회$/, ''), name.replace(/단$/, '')].filter(one => one.at(-1) === token.at(-1))
  if (ends.length === 0 || (!isMinistry && token.length > 4)) return false
  let at = 0
  for (const sign of ends[0]!) if (sign === token[at]) at += 1
  return at === token.length
}

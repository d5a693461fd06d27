import { withCoreFacts } from '@ieum/catalogue/core-facts'
import type { Fact, FactName, Language, Words } from '@ieum/catalogue/records'
import { parseDay, printDay } from './days.ts'
import type { Comparator, Form, Test } from './form.ts'
import type { Rulebook } from './rulebook.ts'

/** Says a form as a short plain sentence, with the labels of the facts and of their values. */
export interface Sayer {
  say(form: Form, language: Language): string
  words(form: Form): Words
}

export function sayerOf(rulebook: Pick<Rulebook, 'facts' | 'parameters'>): Sayer {
  const facts = new Map(withCoreFacts(rulebook.facts).map(fact => [fact.name, fact]))
  const parameters = new Map(rulebook.parameters.map(parameter => [parameter.id, parameter.label]))
  const say = (form: Form, language: Language) => new Speech(language, facts, parameters).of(form, [])
  return { say, words: form => ({ ko: say(form, 'ko'), en: say(form, 'en') }) }
}

const comparisons: Readonly<Record<Comparator, Words>> = {
  '=': { en: '{a} is {b}', ko: '{a은} {b}' },
  '!=': { en: '{a} is not {b}', ko: '{a은} {b이} 아님' },
  '<': { en: '{a} is less than {b}', ko: '{a은} {b} 미만' },
  '<=': { en: '{a} is at most {b}', ko: '{a은} {b} 이하' },
  '>': { en: '{a} is more than {b}', ko: '{a은} {b} 초과' },
  '>=': { en: '{a} is at least {b}', ko: '{a은} {b} 이상' },
}

const dayComparisons: Readonly<Record<Comparator, Words>> = {
  '=': { en: '{a} is {b}', ko: '{a은} {b}' },
  '!=': { en: '{a} is not {b}', ko: '{a은} {b이} 아님' },
  '<': { en: '{a} is before {b}', ko: '{a은} {b}보다 전' },
  '<=': { en: '{a} is {b} or before', ko: '{a은} {b} 또는 그 전' },
  '>': { en: '{a} is after {b}', ko: '{a은} {b}보다 뒤' },
  '>=': { en: '{a} is {b} or after', ko: '{a은} {b} 또는 그 뒤' },
}

const calls: Readonly<Record<string, Words>> = {
  count: { en: 'the number of {a}', ko: '{a}의 수' },
  sum: { en: 'the sum of {a}', ko: '{a}의 합' },
  min: { en: 'the least of {a}', ko: '{a} 가운데 가장 작은 값' },
  max: { en: 'the greatest of {a}', ko: '{a} 가운데 가장 큰 값' },
  'list contains': { en: '{a} include {b}', ko: '{a}에 {b} 포함' },
  'starts with': { en: '{a} starts with {b}', ko: '{a이} {b}(으)로 시작' },
  'ends with': { en: '{a} ends with {b}', ko: '{a이} {b}(으)로 끝남' },
  contains: { en: '{a} contains {b}', ko: '{a}에 {b} 포함' },
  matches: { en: '{a} matches {b}', ko: '{a이} {b} 형식' },
  substring: { en: 'part of {a}', ko: '{a}의 일부' },
  'upper case': { en: '{a}', ko: '{a}' },
  'lower case': { en: '{a}', ko: '{a}' },
  'string length': { en: 'the length of {a}', ko: '{a}의 길이' },
  abs: { en: 'the size of {a}', ko: '{a}의 절댓값' },
  floor: { en: '{a} rounded down', ko: '{a} 내림' },
  ceiling: { en: '{a} rounded up', ko: '{a} 올림' },
  number: { en: '{a}', ko: '{a}' },
  string: { en: '{a}', ko: '{a}' },
  'years and months duration': { en: 'the time from {a} to {b}', ko: '{a}부터 {b}까지의 기간' },
}

const partWords: Readonly<Record<string, Words>> = {
  year: { en: 'the year of {a}', ko: '{a}의 연도' },
  month: { en: 'the month of {a}', ko: '{a}의 월' },
  day: { en: 'the day of the month of {a}', ko: '{a}의 일' },
  years: { en: '{a} in years', ko: '{a}(년)' },
  months: { en: 'the months of {a}', ko: '{a}(개월)' },
  days: { en: '{a} in days', ko: '{a}(일)' },
}

class Speech {
  readonly #language: Language
  readonly #facts: ReadonlyMap<FactName, Fact>
  readonly #parameters: ReadonlyMap<string, Words | undefined>

  constructor(
    language: Language,
    facts: ReadonlyMap<FactName, Fact>,
    parameters: ReadonlyMap<string, Words | undefined>,
  ) {
    this.#language = language
    this.#facts = facts
    this.#parameters = parameters
  }

  /** `lists` are the lists whose items stand around, the nearest last. */
  of(form: Form, lists: readonly Form[]): string {
    switch (form.is) {
      case 'constant':
        return this.#constant(form)
      case 'list':
        return form.items.map(item => this.of(item, lists)).join(', ')
      case 'fact':
        return this.#facts.get(form.fact)?.label?.[this.#language] ?? form.fact.replaceAll('_', ' ')
      case 'parameter':
        return this.#parameters.get(form.parameter)?.[this.#language] ?? form.parameter.replaceAll('_', ' ')
      case 'item':
        return this.#pick({ en: 'it', ko: '그것' })
      case 'field':
        return this.#field(form.of, form.field, lists)
      case 'each':
        return this.#field({ is: 'at', list: form.list, position: 1 }, form.field, lists)
      case 'part':
        return this.#fill(partWords[form.part]!, this.of(form.of, lists))
      case 'compare':
        return this.#comparison(form, lists)
      case 'in':
        return this.#membership(form, lists)
      case 'not':
        return this.#pick({
          en: `not: ${this.of(form.of, lists)}`,
          ko: `다음에 해당하지 않음: ${this.of(form.of, lists)}`,
        })
      case 'and':
        return this.#joined(form.of, { en: ' and ', ko: ', 그리고 ' }, lists)
      case 'or':
        return this.#joined(form.of, { en: ' or ', ko: ' 또는 ' }, lists)
      case 'arithmetic':
        return this.#arithmetic(form, lists)
      case 'minus':
        return `−${this.of(form.of, lists)}`
      case 'if':
        return this.#conditional(form, lists)
      case 'some':
      case 'every':
        return this.#quantified(form, lists)
      case 'filter': {
        const [list, where] = [this.of(form.list, lists), this.of(form.where, [...lists, form.list])]
        return this.#pick({ en: `${list} where ${where}`, ko: `${list}(${where})` })
      }
      case 'at':
        return this.#position(this.of(form.list, lists), form.position)
      case 'call':
        return this.#call(form, lists)
    }
  }

  #pick(words: Words): string {
    return words[this.#language]
  }

  #fill(words: Words, a: string, b = ''): string {
    return this.#pick(words).replace(/\{([ab])(.?)\}/g, (_, which, particle) => {
      const text = which === 'a' ? a : b
      return particle === '' ? text : text + particleAfter(text, particle)
    })
  }

  #constant(form: Extract<Form, { is: 'constant' }>): string {
    if (form.type === 'number') return form.value.toLocaleString('en-US', { maximumFractionDigits: 15 })
    if (form.type === 'boolean') return this.#pick(form.value ? { en: 'yes', ko: '예' } : { en: 'no', ko: '아니오' })
    if (form.type === 'null') return this.#pick({ en: 'none', ko: '없음' })
    if (form.type === 'months' || form.type === 'days') return this.#span(form.type, form.value)
    return String(form.value)
  }

  #span(type: 'months' | 'days', size: number): string {
    const count = Math.abs(size)
    const parts: string[] = []
    const push = (value: number, en: string, ko: string) => {
      if (value > 0) parts.push(this.#pick({ en: `${value} ${en}${value === 1 ? '' : 's'}`, ko: `${value}${ko}` }))
    }
    if (type === 'days') push(count, 'day', '일')
    else {
      push(Math.floor(count / 12), 'year', '년')
      push(count % 12, 'month', '개월')
    }
    return parts.join(' ') || this.#pick({ en: '0 days', ko: '0일' })
  }

  #field(of: Form, field: string, lists: readonly Form[]): string {
    let from = of
    let outer = lists
    for (;;) {
      if (from.is === 'item') {
        const index = outer.length - 1 - from.depth
        const list = outer[index]
        if (!list) break
        from = list
        outer = outer.slice(0, index)
      } else if (from.is === 'filter' || from.is === 'at') from = from.list
      else break
    }
    const declared = from.is === 'fact' ? this.#facts.get(from.fact)?.fields?.[field] : undefined
    return declared?.label?.[this.#language] ?? field.replaceAll('_', ' ')
  }

  /** A value in the words of the fact that it is compared with. */
  #value(form: Form, beside: Form, lists: readonly Form[]): string {
    const fact = beside.is === 'fact' ? this.#facts.get(beside.fact) : undefined
    if (form.is !== 'constant' || !fact) return this.of(form, lists)
    const said = this.#constant(form)
    if (form.type === 'text') return fact.labels?.[form.value]?.[this.#language] ?? said
    return form.type === 'number' && fact.unit === 'KRW' ? this.#pick({ en: `KRW ${said}`, ko: `${said}원` }) : said
  }

  #comparison({ by, left, right }: Extract<Form, { is: 'compare' }>, lists: readonly Form[]): string {
    const flag = this.#flag(by, left, right, lists)
    if (flag !== undefined) return flag
    const isDay = isDated(left, this.#facts) || isDated(right, this.#facts)
    return this.#fill(
      (isDay ? dayComparisons : comparisons)[by],
      this.#value(left, right, lists),
      this.#value(right, left, lists),
    )
  }

  /** `tax_arrears = true` is said as the fact and yes or no; anything `= null` as having none. */
  #flag(by: Comparator, left: Form, right: Form, lists: readonly Form[]): string | undefined {
    if (right.is !== 'constant' || (by !== '=' && by !== '!=')) return undefined
    const is = by === '='
    const a = this.of(left, lists)
    if (right.type === 'null')
      return this.#pick(is ? { en: `there is no ${a}`, ko: `${a} 없음` } : { en: `there is a ${a}`, ko: `${a} 있음` })
    if (right.type !== 'boolean') return undefined
    return right.value === is
      ? this.#pick({ en: `${a}: yes`, ko: `${a}: 예` })
      : this.#pick({ en: `${a}: no`, ko: `${a}: 아니오` })
  }

  #membership({ item, tests }: Extract<Form, { is: 'in' }>, lists: readonly Form[]): string {
    const a = this.of(item, lists)
    const only = tests.length === 1 ? tests[0]! : undefined
    if (only?.is === 'one of' && item.is === 'constant')
      return this.#fill(
        { en: '{a} include {b}', ko: '{a}에 {b} 포함' },
        this.of(only.list, lists),
        this.#value(item, only.list, lists),
      )
    const said = tests.map(test => this.#test(test, item, lists))
    const isPlain = tests.every(test => test.is === 'equals')
    if (isPlain && said.length === 1) return this.#fill(comparisons['='], a, said[0])
    if (isPlain) return this.#fill({ en: '{a} is one of {b}', ko: '{a은} {b} 가운데 하나' }, a, said.join(', '))
    return this.#fill({ en: '{a} is {b}', ko: '{a은} {b}' }, a, said.join(this.#pick({ en: ' or ', ko: ' 또는 ' })))
  }

  #test(test: Test, item: Form, lists: readonly Form[]): string {
    if (test.is === 'equals') return this.#value(test.value, item, lists)
    if (test.is === 'one of')
      return this.#fill({ en: 'one of {b}', ko: '{b} 가운데 하나' }, '', this.of(test.list, lists))
    if (test.is === 'compare') return this.#fill(bare[test.by], '', this.#value(test.value, item, lists))
    const [from, to] = [this.#value(test.from, item, lists), this.#value(test.to, item, lists)]
    return this.#pick({
      en: `${test.fromOpen ? 'more than ' : 'from '}${from} ${test.toOpen ? 'to less than' : 'to'} ${to}`,
      ko: `${from} ${test.fromOpen ? '초과' : '이상'} ${to} ${test.toOpen ? '미만' : '이하'}`,
    })
  }

  #joined(parts: readonly Form[], by: Words, lists: readonly Form[]): string {
    return parts
      .map(part => (part.is === 'and' || part.is === 'or' ? `(${this.of(part, lists)})` : this.of(part, lists)))
      .join(this.#pick(by))
  }

  #arithmetic({ by, left, right }: Extract<Form, { is: 'arithmetic' }>, lists: readonly Form[]): string {
    const span = right.is === 'constant' && (right.type === 'months' || right.type === 'days') ? right : undefined
    if (span && (by === '+' || by === '-')) {
      const day = this.of(left, lists)
      const length = this.#span(span.type, span.value)
      const isAfter = (by === '+') === span.value >= 0
      return this.#pick({
        en: isAfter ? `${length} after ${this.#the(left, day)}` : `${length} before ${this.#the(left, day)}`,
        ko: isAfter ? `${day}부터 ${length} 뒤` : `${day} ${length} 전`,
      })
    }
    const sign = { '+': '+', '-': '−', '*': '×', '/': '÷', '**': '^' }[by]
    const side = (form: Form) => (form.is === 'arithmetic' ? `(${this.of(form, lists)})` : this.of(form, lists))
    return `${side(left)} ${sign} ${side(right)}`
  }

  #the(form: Form, said: string): string {
    return form.is === 'fact' && form.fact === 'on' ? `the ${said}` : said
  }

  #conditional(form: Extract<Form, { is: 'if' }>, lists: readonly Form[]): string {
    const [when, yes, no] = [form.when, form.yes, form.no].map(part => this.of(part, lists))
    return this.#pick({ en: `if ${when}, then ${yes}, else ${no}`, ko: `${when}이면 ${yes}, 아니면 ${no}` })
  }

  #quantified(form: Extract<Form, { is: 'some' | 'every' }>, lists: readonly Form[]): string {
    const list = this.of(form.list, lists)
    const holds = this.of(form.satisfies, [...lists, form.list])
    return form.is === 'some'
      ? this.#pick({ en: `among ${list} there is one where ${holds}`, ko: `${list} 가운데 다음이 있음: ${holds}` })
      : this.#pick({ en: `for each of ${list}, ${holds}`, ko: `${list} 모두 다음에 해당: ${holds}` })
  }

  #position(list: string, position: number): string {
    if (position === 1) return this.#pick({ en: `the first of ${list}`, ko: `${list} 가운데 첫째` })
    if (position === -1) return this.#pick({ en: `the last of ${list}`, ko: `${list} 가운데 마지막` })
    return this.#pick({ en: `no. ${position} of ${list}`, ko: `${list} 가운데 ${position}번째` })
  }

  #call(form: Extract<Form, { is: 'call' }>, lists: readonly Form[]): string {
    const [first, second] = form.with
    const b = second ? this.#value(second, first!, lists) : ''
    return this.#fill(calls[form.call]!, this.of(first!, lists), b)
  }
}

const bare: Readonly<Record<Comparator, Words>> = {
  '=': { en: '{b}', ko: '{b}' },
  '!=': { en: 'not {b}', ko: '{b} 아님' },
  '<': { en: 'less than {b}', ko: '{b} 미만' },
  '<=': { en: 'at most {b}', ko: '{b} 이하' },
  '>': { en: 'more than {b}', ko: '{b} 초과' },
  '>=': { en: 'at least {b}', ko: '{b} 이상' },
}

function isDated(form: Form, facts: ReadonlyMap<FactName, Fact>): boolean {
  if (form.is === 'constant')
    return form.type === 'date' && parseDay(form.value) !== undefined && printDay(parseDay(form.value)!) !== ''
  if (form.is === 'fact') return facts.get(form.fact)?.type === 'date'
  return form.is === 'arithmetic' && form.by !== '*' && (isDated(form.left, facts) || isDated(form.right, facts))
}

/** 은 or 는, 이 or 가: by whether the last syllable ends in a consonant; a digit is read as its Korean numeral. */
function particleAfter(text: string, particle: string): string {
  const pairs: Readonly<Record<string, readonly [string, string]>> = { 은: ['은', '는'], 이: ['이', '가'] }
  const [closed, open] = pairs[particle] ?? [particle, particle]
  const last = text.replace(/[)\]"'\s]+$/, '').at(-1) ?? ''
  const code = last.charCodeAt(0) - 0xac00
  if (code >= 0 && code <= 11171) return code % 28 === 0 ? open : closed
  if (/\d/.test(last)) return '0136780'.includes(last) ? closed : open
  return /[lmnLMN]/.test(last) ? closed : open
}

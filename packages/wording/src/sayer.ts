import { withCoreFacts } from '@ieum/catalogue/core-facts'
import type { Fact, FactName, Field, Language, Words } from '@ieum/catalogue/records'
import type { Comparator, Form, Rulebook, Sayer, Test } from '@ieum/rules'
import { sayDay } from './days.ts'
import { sayPercent } from './fact-words.ts'
import { sayExactMoney } from './money.ts'
import { particleAfter } from './particles.ts'
import { sayRecordWord } from './record-words.ts'
import { bounds, calls, comparisons, dayComparisons, partWords } from './sentence-words.ts'

type Spoken = Pick<Rulebook, 'facts' | 'parameters' | 'programmes'>

/** Says a form as a short plain sentence, with the labels of the facts and of their values. */
export function sayerOf(rulebook: Spoken): Sayer {
  const [ko, en] = [new Speech('ko', rulebook), new Speech('en', rulebook)]
  return {
    say: (form, language) => (language === 'ko' ? ko : en).of(form, []),
    words: form => ({ ko: ko.of(form, []), en: en.of(form, []) }),
  }
}

class Speech {
  readonly #language: Language
  readonly #facts: ReadonlyMap<FactName, Fact>
  readonly #parameters: ReadonlyMap<string, Words | undefined>
  readonly #programmes: ReadonlyMap<string, Words>

  constructor(language: Language, { facts, parameters, programmes }: Spoken) {
    this.#language = language
    this.#facts = new Map(withCoreFacts(facts).map(fact => [fact.name, fact]))
    this.#parameters = new Map(parameters.map(parameter => [parameter.id, parameter.label]))
    this.#programmes = new Map(programmes.map(({ id, name }) => [id, name]))
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
          en: `not so: ${this.of(form.of, lists)}`,
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
    if (form.type === 'boolean') return this.#pick(form.value ? { en: 'yes', ko: '예' } : { en: 'no', ko: '아니요' })
    if (form.type === 'null') return this.#pick({ en: 'none', ko: '없음' })
    if (form.type === 'date') return sayDay(form.value, this.#language)
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
    return this.#fieldOf(of, field, lists)?.label?.[this.#language] ?? field.replaceAll('_', ' ')
  }

  /** A field of the records of a fact, as the fact declares it: of an item, a filter or a position, it is that of the list behind. */
  #fieldOf(of: Form, field: string, lists: readonly Form[]): Field | undefined {
    let from = of
    let outer = lists
    for (;;) {
      if (from.is === 'item') {
        const index = outer.length - 1 - from.depth
        const list = outer[index]
        if (!list) return undefined
        from = list
        outer = outer.slice(0, index)
      } else if (from.is === 'filter' || from.is === 'at') from = from.list
      else return from.is === 'fact' ? this.#facts.get(from.fact)?.fields?.[field] : undefined
    }
  }

  /** A value in the words of what it is compared with: a fact, or a field of records. */
  #value(form: Form, beside: Form, lists: readonly Form[]): string {
    if (form.is === 'list') return form.items.map(item => this.#value(item, beside, lists)).join(', ')
    if (form.is !== 'constant') return this.of(form, lists)
    if (beside.is === 'field') return this.#valueOfField(form, beside.field)
    const fact = beside.is === 'fact' ? this.#facts.get(beside.fact) : undefined
    if (form.type === 'text') return fact?.labels?.[form.value]?.[this.#language] ?? form.value
    if (form.type === 'number' && fact?.unit === 'KRW') return sayExactMoney(form.value, this.#language)
    if (form.type === 'number' && fact?.unit === 'fraction') return `${sayPercent(form.value)}%`
    return this.#constant(form)
  }

  #valueOfField(form: Extract<Form, { is: 'constant' }>, field: string): string {
    if (form.type !== 'text') return this.#constant(form)
    if (field === 'programme') return this.#programmes.get(form.value)?.[this.#language] ?? form.value
    return sayRecordWord(form.value, this.#language)
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
      : this.#pick({ en: `${a}: no`, ko: `${a}: 아니요` })
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
      return this.#fill({ en: 'one of {b}', ko: '{b} 가운데 하나' }, '', this.#value(test.list, item, lists))
    if (test.is === 'compare') return this.#fill(bounds[test.by], '', this.#value(test.value, item, lists))
    const [from, to] = [this.#value(test.from, item, lists), this.#value(test.to, item, lists)]
    return this.#pick({
      en: `${test.fromOpen ? 'more than ' : 'from '}${from} ${test.toOpen ? 'to less than' : 'to'} ${to}`,
      ko: `${from} ${test.fromOpen ? '초과' : '이상'} ${to} ${test.toOpen ? '미만' : '이하'}`,
    })
  }

  #joined(parts: readonly Form[], by: Words, lists: readonly Form[]): string {
    return parts.map(part => (hasAnEnd(part) ? this.of(part, lists) : `(${this.of(part, lists)})`)).join(this.#pick(by))
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

/** Whether a sentence ends with its last word: what goes on to an end that cannot be seen is put in brackets. */
function hasAnEnd(form: Form): boolean {
  return !['and', 'or', 'not', 'if', 'some', 'every'].includes(form.is)
}

function isDated(form: Form, facts: ReadonlyMap<FactName, Fact>): boolean {
  if (form.is === 'constant') return form.type === 'date'
  if (form.is === 'fact') return facts.get(form.fact)?.type === 'date'
  return form.is === 'arithmetic' && form.by !== '*' && (isDated(form.left, facts) || isDated(form.right, facts))
}

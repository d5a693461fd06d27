import { addMonths, civil, type DayNumber, dayNumberOf, parseDay } from '@ieum/catalogue/day-numbers'
import type { Day, Parameter, Value } from '@ieum/catalogue/records'
import type { Evaluator, Situation } from './evaluator.ts'
import type { Form } from './form.ts'
import { partsOf } from './reads.ts'

/**
 * The days after the situation's own and up to `until` on which a sentence, or a part of one, can change its truth while the
 * facts stay, in order: where a dated value and `on` meet under the durations of the sentence, where a calendar year or month begins,
 * and where another edition of a figure comes into force.
 */
export function criticalDays(evaluator: Evaluator, form: Form, situation: Situation, until: Day): DayNumber[] {
  const first = parseDay(situation.on)!
  const last = parseDay(until)!
  if (!turnsWithTime(evaluator, form)) return []
  const marks = new Marks(first, last)
  const forms = formsBehind(evaluator, form, situation)
  const dates = datesIn(evaluator, forms, situation)
  for (const form of forms) {
    markFigures(evaluator, form, marks)
    walk(form, part => {
      if (part.is === 'compare' || part.is === 'in') markMeetings(dates, marks, spansIn(part, evaluator, situation))
    })
  }
  // A derived number such as the years in business is compared in another sentence than the one in which `on` stands.
  if (forms.length > 1) for (const form of forms) markCalendar(form, forms, dates, marks)
  else markCalendar(forms[0]!, forms, dates, marks)
  return marks.inOrder()
}

class Marks {
  readonly #days = new Set<DayNumber>()
  readonly first: DayNumber
  readonly last: DayNumber

  constructor(first: DayNumber, last: DayNumber) {
    this.first = first
    this.last = last
  }

  add(day: DayNumber | null): void {
    if (day !== null && day > this.first && day <= this.last) this.#days.add(day)
  }

  /** Months have unlike ends, so the same distance counted from either side differs by up to three days. */
  around(day: DayNumber | null): void {
    if (day !== null) for (let near = day - 3; near <= day + 4; near++) this.add(near)
  }

  inOrder(): DayNumber[] {
    return [...this.#days].sort((a, b) => a - b)
  }
}

const walks = new WeakMap<Form, readonly Form[]>()

/** A form and everything in it, from the outside in; the same sentences are gone through for every firm. */
function within(form: Form): readonly Form[] {
  const known = walks.get(form)
  if (known) return known
  const found = [form, ...partsOf(form).flatMap(within)]
  walks.set(form, found)
  return found
}

function walk(form: Form, visit: (part: Form) => void): void {
  for (const part of within(form)) visit(part)
}

/** The form, and the derivations of the derived facts that it reads and the firm does not state. */
function formsBehind(evaluator: Evaluator, form: Form, situation: Situation): Form[] {
  const forms = [form]
  for (const fact of evaluator.factsBehind(form)) {
    const derivation = Object.hasOwn(situation.facts, fact) ? undefined : evaluator.derivation(fact)
    if (derivation) forms.push(derivation)
  }
  return forms
}

const turning = new WeakMap<Form, boolean>()

/** Whether the day asked about bears on a form, by itself or through figures that the catalogue dates. */
export function turnsWithTime(evaluator: Evaluator, form: Form): boolean {
  const known = turning.get(form)
  if (known !== undefined) return known
  const facts = evaluator.factsBehind(form)
  const reads = (part: Form | undefined) => part !== undefined && within(part).some(each => each.is === 'parameter')
  const turns = facts.has('on') || reads(form) || [...facts].some(fact => reads(evaluator.derivation(fact)))
  turning.set(form, turns)
  return turns
}

function markFigures(evaluator: Evaluator, form: Form, marks: Marks): void {
  walk(form, part => {
    if (part.is !== 'parameter') return
    const parameter = evaluator.rulebook.parameters.find(each => each.id === part.parameter)
    for (const edition of parameter?.editions ?? []) {
      const from = edition.from === undefined ? undefined : parseDay(edition.from)
      const until = edition.until === undefined ? undefined : parseDay(edition.until)
      if (from !== undefined) marks.add(from)
      if (until !== undefined) marks.add(until + 1)
    }
  })
}

/** Every day that stands in the facts that the forms read, or in the forms themselves. */
function datesIn(evaluator: Evaluator, forms: readonly Form[], situation: Situation): DayNumber[] {
  const days = new Set<DayNumber>()
  const take = (value: Value | undefined) => takeDays(value, days)
  for (const form of forms)
    walk(form, part => {
      if (part.is === 'constant' && part.type === 'date') take(part.value)
      if (part.is === 'fact' && part.fact !== 'on') take(evaluator.value(part.fact, situation))
      if (part.is === 'parameter')
        for (const parameter of evaluator.rulebook.parameters)
          if (parameter.id === part.parameter) for (const day of daysOfParameter(parameter)) days.add(day)
    })
  return [...days]
}

function takeDays(value: Value | undefined, days: Set<DayNumber>): void {
  if (typeof value === 'string') {
    const day = parseDay(value)
    if (day !== undefined) days.add(day)
  } else if (Array.isArray(value)) for (const each of value as readonly Value[]) takeDays(each, days)
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) takeDays(each, days)
}

const parameterDays = new WeakMap<Parameter, ReadonlySet<DayNumber>>()

function daysOfParameter(parameter: Parameter): ReadonlySet<DayNumber> {
  const known = parameterDays.get(parameter)
  if (known) return known
  const days = new Set<DayNumber>()
  for (const { rows, value } of parameter.editions) takeDays((rows ?? value) as Value, days)
  parameterDays.set(parameter, days)
  return days
}

interface Span {
  readonly months: number
  readonly days: number
}

/** Of more than these in one comparison the rest are left out: each trebles the days that are tried. */
const mostSpans = 4

/** The durations in a comparison; one that is multiplied or divided counts as what comes out. */
function spansIn(form: Form, evaluator: Evaluator, situation: Situation): Span[] {
  const span = spanOf(form, evaluator, situation)
  if (span) return [span]
  return partsOf(form).flatMap(part => spansIn(part, evaluator, situation))
}

function spanOf(form: Form, evaluator: Evaluator, situation: Situation): Span | undefined {
  if (form.is === 'constant' && form.type === 'months') return { months: form.value, days: 0 }
  if (form.is === 'constant' && form.type === 'days') return { months: 0, days: form.value }
  if (form.is !== 'arithmetic' || (form.by !== '*' && form.by !== '/')) return undefined
  const [left, right] = [form.left, form.right].map(side => spanOf(side, evaluator, situation))
  const [span, other] = left ? [left, form.right] : [right, form.left]
  if (!span) return undefined
  const times = evaluator.ask(other, situation)
  if (typeof times !== 'number' || times === 0) return { months: 0, days: 0 }
  const by = form.by === '*' ? times : 1 / times
  return { months: Math.round(span.months * by), days: Math.round(span.days * by) }
}

/** Where `on` can meet a dated value: the value moved by any of the comparison's durations, forth or back or not at all. */
function markMeetings(dates: readonly DayNumber[], marks: Marks, spans: readonly Span[]): void {
  let offsets: Span[] = [{ months: 0, days: 0 }]
  for (const { months, days } of spans.slice(0, mostSpans))
    offsets = offsets.flatMap(at => [
      at,
      { months: at.months + months, days: at.days + days },
      { months: at.months - months, days: at.days - days },
    ])
  // Months are of unlike length: a day that every month has is met on that very day, a later one up to three days off.
  const isByMonths = spans.some(({ months }) => months !== 0)
  const isByDays = spans.some(({ days }) => days !== 0)
  for (const date of dates)
    for (const { months, days } of offsets) {
      const moved = addMonths(date, months)
      if (moved === null) continue
      if (!isByMonths || (!isByDays && civil(date).day <= 27)) {
        marks.add(moved + days)
        marks.add(moved + days + 1)
      } else marks.around(moved + days)
    }
}

/** Numbers made from days change with the calendar: years, months and days of `on`, and whole months since a day. */
function markCalendar(form: Form, forms: readonly Form[], dates: readonly DayNumber[], marks: Marks): void {
  walk(form, part => {
    const isPart = part.is === 'part'
    const isSpan = part.is === 'call' && part.call === 'years and months duration'
    if (isSpan || (isPart && (part.part === 'years' || part.part === 'months')))
      for (const date of dates) markAnniversaries(date, marks)
    if (isPart && part.part === 'year')
      eachMonth(marks, (year, month) => month === 1 && marks.add(dayNumberOf(year, 1, 1)))
    if (isPart && part.part === 'month') eachMonth(marks, (year, month) => marks.add(dayNumberOf(year, month, 1)))
    if (isPart && (part.part === 'day' || part.part === 'days'))
      for (const number of numbersIn(forms)) {
        for (const date of dates) for (const days of [number, -number]) marks.around(date + days)
        eachMonth(marks, (year, month) => marks.around(dayNumberOf(year, month, 1) + number))
      }
  })
}

function markAnniversaries(date: DayNumber, marks: Marks): void {
  const { year, month } = civil(marks.first)
  const start = civil(date)
  const before = (year - start.year) * 12 + (month - start.month) - 1
  for (let months = before; ; months++) {
    const day = addMonths(date, months)
    if (day === null || day > marks.last + 3) return
    marks.around(day)
  }
}

function eachMonth(marks: Marks, mark: (year: number, month: number) => void): void {
  const from = civil(marks.first)
  const to = civil(marks.last)
  for (let count = from.year * 12 + from.month - 1; count <= to.year * 12 + to.month - 1; count++)
    mark(Math.floor(count / 12), (count % 12) + 1)
}

/** Whole numbers small enough to count days, and whole years in days are written out by those who compare days. */
function numbersIn(forms: readonly Form[]): ReadonlySet<number> {
  const numbers = new Set<number>([0])
  for (const form of forms)
    walk(form, part => {
      if (part.is === 'constant' && part.type === 'number' && Math.abs(part.value) <= 40_000)
        numbers.add(Math.round(part.value))
    })
  return numbers
}

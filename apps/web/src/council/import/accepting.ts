/** What was read, as a person goes through it: each may be right as it is, worded anew, or left. Pure: what becomes of it is data. */
import { isDay } from '@ieum/catalogue/days'
import type { PaperRead } from './read-paper.ts'

export interface Field {
  readonly value: string
  readonly isRight: boolean
}

export interface Step extends Field {
  readonly minutes: string
}

export interface Task extends Field {
  readonly proposedBy: readonly string[]
}

export interface Accepting {
  readonly session: { readonly date: Field; readonly begins: Field; readonly place: Field }
  readonly steps: readonly Step[]
  readonly tasks: readonly Task[]
  /** The step in which tasks are discussed, by its place; -1: none. */
  readonly tasksIn: number
}

/** Without a step of their own. */
const minutesOfTask = 10

export function accepting({ draft, seated }: PaperRead): Accepting {
  const field = (said: { readonly value: string } | null): Field => ({ value: said?.value ?? '', isRight: false })
  const { date, from, place } = draft.session
  const steps = draft.schedule.map(({ title, from, to }) => ({
    value: title,
    isRight: false,
    minutes: String((from && to && minutesBetween(from, to)) || minutesOfTask),
  }))
  return {
    session: { date: field(date), begins: field(from), place: field(place) },
    steps,
    tasks: draft.tasks.map(({ title, proposedBy }) => ({
      value: title,
      isRight: false,
      proposedBy: proposedBy.filter(id => seated.includes(id)),
    })),
    tasksIn: draft.tasks.length > 0 && steps.length > 2 ? longest(steps) : -1,
  }
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const minutesBetween = (from: string, to: string): number => Math.max(0, minutesOf(to) - minutesOf(from))

function longest(steps: readonly Step[]): number {
  const minutes = steps.map(step => Number(step.minutes))
  return minutes.indexOf(Math.max(...minutes))
}

export type Wrong = 'date' | 'passed' | 'begins' | 'place' | 'title' | 'minutes' | 'proposers' | 'empty'

export interface WrongAt {
  /** The id of the field that it is about. */
  readonly at: string
  readonly wrong: Wrong
}

export type Item =
  | { readonly kind: 'opening' | 'other' | 'closing'; readonly title: string; readonly minutes: number }
  | { readonly kind: 'task'; readonly task: number; readonly minutes: number }
  | { readonly kind: 'standing task'; readonly task: string; readonly minutes: number }

export interface Accepted {
  readonly session: { readonly on: string; readonly begins: string; readonly place: string }
  readonly tasks: readonly { readonly title: string; readonly proposedBy: readonly string[] }[]
  readonly items: readonly Item[]
}

export function wrongIn(
  { session, steps, tasks }: Accepting,
  { there }: Pick<PaperRead, 'there'>,
  on: string,
): WrongAt[] {
  const { date, begins, place } = session
  const wrong: WrongAt[] = []
  if (!date.isRight || !isDay(date.value)) wrong.push({ at: 'paper-date', wrong: 'date' })
  else if (date.value < on) wrong.push({ at: 'paper-date', wrong: 'passed' })
  if (!begins.isRight || !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(begins.value))
    wrong.push({ at: 'paper-begins', wrong: 'begins' })
  if (!place.isRight || place.value.trim() === '') wrong.push({ at: 'paper-place', wrong: 'place' })
  for (const [index, step] of steps.entries()) {
    if (!step.isRight) continue
    if (step.value.trim() === '') wrong.push({ at: `paper-step-${index}`, wrong: 'title' })
    if (!isMinutes(step.minutes)) wrong.push({ at: `paper-minutes-${index}`, wrong: 'minutes' })
  }
  for (const [index, task] of tasks.entries()) {
    if (!task.isRight || there.some(({ at }) => at === index)) continue
    if (task.value.trim() === '') wrong.push({ at: `paper-task-${index}`, wrong: 'title' })
    if (task.proposedBy.length === 0) wrong.push({ at: `paper-proposers-${index}`, wrong: 'proposers' })
  }
  if (![...steps, ...tasks].some(({ isRight }) => isRight)) wrong.push({ at: 'paper-steps', wrong: 'empty' })
  return wrong
}

const isMinutes = (text: string): boolean => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 600

/** Only what is right; tasks stand where the step was that they are discussed in, and share its minutes. */
export function accepted({ session, steps, tasks, tasksIn }: Accepting, { there }: Pick<PaperRead, 'there'>): Accepted {
  const taken = tasks.flatMap((task, at) =>
    task.isRight ? [{ ...task, standing: there.find(one => one.at === at) }] : [],
  )
  const fresh = taken.filter(({ standing }) => !standing)
  const place = tasksIn >= 0 && steps[tasksIn]?.isRight && taken.length > 0 ? tasksIn : undefined
  const shares =
    place === undefined ? taken.map(() => minutesOfTask) : shared(Number(steps[place]!.minutes), taken.length)
  const ofTasks = taken.map((task, index): Item => {
    const minutes = shares[index]!
    return task.standing
      ? { kind: 'standing task', task: task.standing.task, minutes }
      : { kind: 'task', task: fresh.indexOf(task), minutes }
  })
  const last = steps.length - 1
  const ofSteps = steps.flatMap(({ isRight, value, minutes }, index): readonly Item[] => {
    if (!isRight) return []
    if (index === place) return ofTasks
    const kind = index === 0 ? 'opening' : index === last ? 'closing' : 'other'
    return [{ kind, title: value.trim(), minutes: Number(minutes) }]
  })
  const isClosed = ofSteps.at(-1)?.kind === 'closing'
  const items =
    place !== undefined
      ? ofSteps
      : isClosed
        ? [...ofSteps.slice(0, -1), ...ofTasks, ofSteps.at(-1)!]
        : [...ofSteps, ...ofTasks]
  return {
    session: { on: session.date.value, begins: session.begins.value, place: session.place.value.trim() },
    tasks: fresh.map(({ value, proposedBy }) => ({ title: value.trim(), proposedBy })),
    items,
  }
}

/** As equal as whole minutes are, and at least one each. */
export function shared(minutes: number, among: number): number[] {
  const each = Math.max(1, Math.floor(minutes / among))
  const rest = Math.max(0, minutes - each * among)
  return Array.from({ length: among }, (_, index) => each + (index < rest ? 1 : 0))
}

/**
 * Papers of a council, made from its records by the templates of the catalogue: as its members may see them, or as everyone may. What is not
 * open to who will read a paper does not stand in it; of an item that the law keeps closed it says the number and the ground.
 */

import type { Day, Language, PaperKind, PaperTemplate } from '@ieum/catalogue/records'
import { isOpenOn } from '@ieum/council'
import { fillTemplate, type Paper } from '@ieum/papers'
import { isId } from '../acting/act-as.ts'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { workingCalendar } from '../working-calendar.ts'
import { countIndicators } from './count-indicators.ts'
import { findSession } from './find-session.ts'
import type { CouncilNeeds } from './found-council.ts'
import type { Audience } from './papers/audience.ts'
import { type CountedTask, followUpValues, isTakenOn } from './papers/follow-up-values.ts'
import { gatherSession } from './papers/gather-session.ts'
import { indicatorsOf } from './papers/indicators.ts'
import { sayingOf } from './papers/saying.ts'
import { agendaValues, minutesValues, pressValues } from './papers/session-values.ts'
import { taskValues } from './papers/task-values.ts'
import { readTask } from './read-task.ts'
import { type CouncilRow, standingIn } from './standing.ts'

export const sessionPapers = ['agenda', 'minutes', 'follow-up', 'press'] as const satisfies readonly PaperKind[]

export type SessionPaper = (typeof sessionPapers)[number]

export interface PaperAsked {
  readonly language: Language
  readonly for: Audience
}

export type PaperMade =
  | { readonly is: 'made'; readonly paper: Paper }
  | { readonly is: 'no such session' }
  | { readonly is: 'no such task' }
  /** It is for everyone, and nothing of it is open: no day is set, or it has not come. */
  | { readonly is: 'not open' }
  /** It was held before this record was kept. */
  | { readonly is: 'no minutes' }
  /** The press is told of sessions that are held or were. */
  | { readonly is: 'cancelled' }
  /** The catalogue has no template of that kind. */
  | { readonly is: 'no template' }

export interface PaperNeeds extends CouncilNeeds {
  readonly timeZone: string
}

export async function makeSessionPaper(
  needs: PaperNeeds,
  acting: Acting<PostCapacity>,
  asked: PaperAsked & { readonly session: string; readonly kind: SessionPaper },
): Promise<PaperMade> {
  const { session: id, kind } = asked
  const audience: Audience = kind === 'press' ? 'everyone' : asked.for
  const gathered = await atDesk(needs, acting, async desk => {
    const found = await findSession(desk, id)
    return found && desk.may('read council', found.relations, id) ? gatherSession(desk, found) : null
  })
  if (!gathered) return { is: 'no such session' }
  const { council, session } = gathered
  if (kind === 'minutes' && session.from_catalogue) return { is: 'no minutes' }
  if (kind === 'press' && session.state === 'cancelled') return { is: 'cancelled' }
  // A notice says itself from when it may be told: it is written before that day, as of that day.
  const on = kind === 'press' ? (session.open_from ?? acting.on) : acting.on
  if (audience === 'everyone') {
    const isOpen = opens(council.open_from, on) && opens(session.open_from, on)
    if (!isOpen || (kind === 'minutes' && session.state !== 'minuted')) return { is: 'not open' }
  }
  const template = templateFor(needs, council, kind, asked.language)
  if (!template) return { is: 'no template' }
  const saying = sayingOf(needs.catalogue.rulebook, template.language, session.held_on)
  const seen = {
    gathered,
    saying,
    audience,
    on,
    made: acting.on,
    timeZone: needs.timeZone,
    calendar: workingCalendar(needs.catalogue),
  }
  switch (kind) {
    case 'agenda':
      return { is: 'made', paper: fillTemplate(template, agendaValues(seen)) }
    case 'minutes':
      return { is: 'made', paper: fillTemplate(template, minutesValues(seen)) }
    case 'press':
      return { is: 'made', paper: fillTemplate(template, pressValues(seen)) }
    case 'follow-up': {
      const tasks: CountedTask[] = []
      for (const task of gathered.tasks.filter(isTakenOn))
        tasks.push({ task, counts: await countIndicators(needs, task, acting.on) })
      return { is: 'made', paper: fillTemplate(template, followUpValues(seen, tasks)) }
    }
  }
}

export async function makeTaskPaper(
  needs: PaperNeeds,
  acting: Acting<PostCapacity>,
  asked: PaperAsked & { readonly task: string },
): Promise<PaperMade> {
  const read = await readTask(needs, acting, asked.task)
  if (read.is !== 'found') return read
  const beside = await atDesk(needs, acting, async desk => {
    const standing = isId(asked.task) ? await standingIn(desk, read.task.council) : null
    return standing && { council: standing.council, ...(await indicatorsOf(desk, asked.task)) }
  })
  if (!beside) return { is: 'no such task' }
  const { council } = beside
  const isOpen = opens(council.open_from, acting.on) && opens(beside.openFrom, acting.on)
  if (asked.for === 'everyone' && !isOpen) return { is: 'not open' }
  const template = templateFor(needs, council, 'task', asked.language)
  if (!template) return { is: 'no template' }
  const saying = sayingOf(needs.catalogue.rulebook, template.language, acting.on)
  const values = taskValues(read.task, beside, saying, {
    audience: asked.for,
    on: acting.on,
    timeZone: needs.timeZone,
    calendar: workingCalendar(needs.catalogue),
  })
  return { is: 'made', paper: fillTemplate(template, values) }
}

const opens = (from: string | null, on: Day): boolean => from !== null && isOpenOn({ is: 'open', from }, on)

/** That of the agency which keeps the council before the one for all; in Korean where there is none in the language. */
function templateFor(
  { catalogue }: CouncilNeeds,
  { secretariat }: CouncilRow,
  kind: PaperKind,
  language: Language,
): PaperTemplate | undefined {
  const all = (catalogue.rulebook.papers ?? []).filter(one => one.kind === kind)
  const own = (agency: string | undefined, of: Language) =>
    all.find(one => one.agency === agency && one.language === of)
  return own(secretariat, language) ?? own(undefined, language) ?? own(secretariat, 'ko') ?? own(undefined, 'ko')
}

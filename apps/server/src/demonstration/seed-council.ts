/** A season of a council that the catalogue knows: tasks, a sitting with its minutes and actions, and the next one. Done by the use cases themselves. */
import { addDays, weekday } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import {
  type Acting,
  addMilestone,
  changeItem,
  changeMilestone,
  chooseIndicators,
  draftTask,
  foundCouncil,
  markAttendance,
  moveAction,
  moveSession,
  moveTask,
  nameOwners,
  type PostCapacity,
  planSession,
  putOnAgenda,
  readSession,
  sayWhenOpen,
  takeDecision,
} from '@ieum/services'
import { inTransaction } from '@ieum/storage'
import { sql } from 'kysely'
import type { CastCouncil } from './cast.ts'
import type { DemonstrationNeeds } from './demonstration-needs.ts'

type Officer = Acting<PostCapacity>
type CastSession = CastCouncil['sessions'][number]
type CastItem = CastSession['items'][number]

/** Throws when the cast does not fit the catalogue: it is ours. */
export async function seedCouncil(
  needs: DemonstrationNeeds,
  cast: CastCouncil,
  posts: ReadonlyMap<string, Officer>,
): Promise<void> {
  const season = new Season(needs, cast, posts)
  await season.found()
  for (const task of cast.tasks) await season.propose(task)
  for (const session of cast.sessions) await season.hold(session)
  for (const { task, by, daysAgo } of cast.began) await season.begin(task, season.by(by, daysAgo))
  for (const kept of cast.kept) await season.keep(kept)
  await season.open()
}

export class Season {
  readonly #needs: DemonstrationNeeds
  readonly #cast: CastCouncil
  readonly #posts: ReadonlyMap<string, Officer>

  constructor(needs: DemonstrationNeeds, cast: CastCouncil, posts: ReadonlyMap<string, Officer>) {
    this.#needs = needs
    this.#cast = cast
    this.#posts = posts
  }

  /** One of the cast on a day. */
  by(as: string, daysAgo: number): Officer {
    const officer = this.#posts.get(as)
    if (!officer) throw new Error(`the council: there is no post ${as}`)
    return { ...officer, on: addDays(this.#needs.on, -daysAgo) }
  }

  async found(): Promise<void> {
    const { id, secretary, seats } = this.#cast
    expectIs('founded', await foundCouncil(this.#needs, this.by(secretary, 0), id))
    await this.#asWorker(async tx => {
      for (const { agency, post, as } of seats)
        await tx
          .updateTable('council_seat')
          .set({ post_id: this.by(as, 0).capacity.post })
          .where('council_id', '=', id)
          .where('agency', '=', agency)
          .where('title_ko', '=', post)
          .execute()
    })
  }

  async propose({ by, daysAgo, answer, ...asked }: CastCouncil['tasks'][number]): Promise<void> {
    const proposer = this.by(by, daysAgo)
    const { task } = expectIs('drafted', await draftTask(this.#needs, proposer, this.#cast.id, asked))
    const proposed = expectIs('moved', await moveTask(this.#needs, proposer, { task, move: 'propose', changed: 1 }))
    if (!answer) return
    const { by: other, ...said } = answer
    const move = { task, move: 'answer', changed: proposed.changed, ...said } as const
    expectIs('moved', await moveTask(this.#needs, this.by(other, Math.max(0, daysAgo - 3)), move))
  }

  async begin(code: string, officer: Officer): Promise<void> {
    const { id: task, changed } = await this.#taskOf(code)
    expectIs('moved', await moveTask(this.#needs, officer, { task, move: 'begin', changed }))
  }

  async keep({ task: code, owners, daysAgo, milestones, indicators }: CastCouncil['kept'][number]): Promise<void> {
    const { id: task } = await this.#taskOf(code)
    for (const owner of owners) {
      const officer = this.by(owner, daysAgo)
      expectIs('named', await nameOwners(this.#needs, officer, task, [officer.capacity.post]))
    }
    const inDays = (days: number) => addDays(this.#needs.on, days)
    for (const { title, titleEn, dueInDays, reachedDaysAgo } of milestones) {
      const asked = { title, titleEn, due: inDays(dueInDays) }
      const added = expectIs('added', await addMilestone(this.#needs, this.by(owners[0]!, daysAgo), task, asked))
      if (reachedDaysAgo === undefined) continue
      const reached = { milestone: added.milestone, changed: added.changed, reachedOn: inDays(-reachedDaysAgo) }
      expectIs('changed', await changeMilestone(this.#needs, this.by(owners[0]!, reachedDaysAgo), reached))
    }
    const chosen = indicators.map(({ measure, target, targetInDays }) => ({
      measure,
      target,
      targetBy: targetInDays === undefined ? null : inDays(targetInDays),
      baseline: null,
      baselineSource: null,
    }))
    expectIs('chosen', await chooseIndicators(this.#needs, this.by(owners[0]!, daysAgo), task, chosen))
  }

  /** Tasks that were drawn up here are for everyone to read by now. */
  async open(): Promise<void> {
    const keeper = this.by(this.#cast.secretary, 0)
    for (const { code } of this.#cast.tasks) {
      const asked = { council: this.#cast.id, what: 'task', openFrom: this.#needs.on } as const
      expectIs('said', await sayWhenOpen(this.#needs, keeper, { ...asked, id: (await this.#taskOf(code)).id }))
    }
  }

  async hold({ items, calledDaysAgo, closedDaysAgo, daysAgo, ...asked }: CastSession): Promise<void> {
    const { id: council, secretary } = this.#cast
    const caller = this.by(secretary, calledDaysAgo)
    const on = workday(addDays(this.#needs.on, -daysAgo))
    const { session } = expectIs(
      'planned',
      await planSession(this.#needs, caller, council, { ...asked, on, openFrom: caller.on }),
    )
    const put: (readonly [string, CastItem])[] = []
    for (const item of items) put.push([await this.#put(session, item, calledDaysAgo), item])
    await this.#move(caller, session, 'call')
    if (closedDaysAgo === undefined) return

    const keeper = this.by(secretary, daysAgo)
    for (const { seat } of (await this.#read(keeper, session)).attendance)
      expectIs('marked', await markAttendance(this.#needs, keeper, { session, seat, state: 'present' }))
    await this.#move(keeper, session, 'open')
    const opened = addDays(this.#needs.on, -closedDaysAgo)
    for (const [item, told] of put) await this.#minute(keeper, item, told, opened)
    await this.#move(keeper, session, 'end')
    await this.#asWorker(tx => this.#setTimes(tx, session, items))
    await this.#move(this.by(secretary, closedDaysAgo), session, 'close')
  }

  async #put(session: string, { by, task, ...item }: CastItem, daysAgo: number): Promise<string> {
    const asked = {
      kind: item.kind,
      title: item.title,
      minutes: item.minutes,
      proposal: item.proposal,
      ...(task !== undefined && { task: (await this.#taskOf(task)).id }),
    }
    return expectIs('put', await putOnAgenda(this.#needs, this.by(by, daysAgo), session, asked)).item
  }

  /** What is minuted is open to everyone with the minutes. */
  async #minute(keeper: Officer, item: string, { gist, decision }: CastItem, openFrom: string): Promise<void> {
    expectIs('changed', await changeItem(this.#needs, keeper, { item, changed: 1, gist, openFrom }))
    if (!decision) return
    const { text, task, actions } = decision
    const taken = expectIs(
      'taken',
      await takeDecision(this.#needs, keeper, {
        item,
        text,
        openFrom,
        ...(task && { task: { move: task } }),
        actions: actions.map(({ title, owner, dueInDays, proofWanted, asks }) => ({
          title,
          ownerPost: this.by(owner, 0).capacity.post,
          due: addDays(this.#needs.on, dueInDays),
          proofWanted,
          asks,
        })),
      }),
    )
    for (const [index, { owner, reported, nodded }] of actions.entries()) {
      const action = taken.actions[index]!
      if (reported)
        expectIs(
          'moved',
          await moveAction(this.#needs, this.by(owner, reported.daysAgo), {
            action,
            move: 'report',
            changed: 1,
            text: reported.text,
          }),
        )
      if (nodded)
        expectIs(
          'moved',
          await moveAction(this.#needs, this.by(nodded.by, nodded.daysAgo), { action, move: 'nod', changed: 2 }),
        )
    }
  }

  async #move(officer: Officer, session: string, move: 'call' | 'open' | 'end' | 'close'): Promise<void> {
    const { changed } = await this.#read(officer, session)
    expectIs('moved', await moveSession(this.#needs, officer, { session, move, changed }))
  }

  async #read(officer: Officer, session: string) {
    return expectIs('found', await readSession(this.#needs, officer, session)).session
  }

  async #taskOf(code: string): Promise<{ id: string; changed: number }> {
    return this.#asWorker(tx =>
      tx
        .selectFrom('collaboration_task')
        .select(['id', 'changed'])
        .where('code', '=', code)
        .executeTakeFirstOrThrow(() => new Error(`the council: there is no task ${code}`)),
    )
  }

  /** It was held when it was planned, not in the moment in which this was made. */
  async #setTimes(tx: Parameters<Parameters<typeof inTransaction>[2]>[0], session: string, items: readonly CastItem[]) {
    const lasted = items.reduce((all, { minutes }) => all + minutes, 0)
    const began = sql`(held_on + begins::time) at time zone ${this.#needs.timeZone}`
    await tx
      .updateTable('council_session')
      .set({ opened_at: sql<Date>`${began}`, ended_at: sql<Date>`${began} + make_interval(mins => ${lasted})` })
      .where('id', '=', session)
      .execute()
  }

  #asWorker<Done>(work: Parameters<typeof inTransaction<Done>>[2]): Promise<Done> {
    return inTransaction(this.#needs.database, {}, work, { as: 'worker' })
  }
}

/** Nobody sits on a Saturday or a Sunday: the Friday before. */
const workday = (day: Day): Day => addDays(day, Math.min(0, 5 - weekday(day)))

export function expectIs<Outcome extends { readonly is: string }, Is extends Outcome['is']>(
  is: Is,
  outcome: Outcome,
): Extract<Outcome, { readonly is: Is }> {
  if (outcome.is !== is) throw new Error(`the council: ${JSON.stringify(outcome)}`)
  return outcome as Extract<Outcome, { readonly is: Is }>
}

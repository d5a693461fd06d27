/**
 * A council of which much is open, some opens on a day, and some never: every text that is not for everyone is a mark of its own, so that a
 * sweep over all that is answered finds whichever gets out.
 */
import type { Database } from '@ieum/storage'
import { addOfficer, addPerson, inTheHouse } from './world.ts'

export const opening = { before: '2026-06-09', day: '2026-06-10', after: '2026-06-11' } as const

export interface HalfOpenCouncil {
  readonly id: string
  /** In no answer, on no day. */
  readonly never: readonly string[]
  /** In no answer before the day of opening, and in some from then on. */
  readonly opens: readonly string[]
  /** Addresses under `/api/councils/{id}` that are hidden until the day, and those that are hidden for good. */
  readonly hiddenUntil: readonly string[]
  readonly hidden: readonly string[]
}

let made = 0

export async function addHalfOpenCouncil(database: Database): Promise<HalfOpenCouncil> {
  made += 1
  const id = `half-open-${made}`
  const never: string[] = []
  const opens: string[] = []
  const kept = (what: string) => {
    const mark = `never-${made}-${what}`
    never.push(mark)
    return mark
  }
  const later = (what: string) => {
    const mark = `opens-${made}-${what}`
    opens.push(mark)
    return mark
  }
  const hides = <R extends { readonly id: string }>(row: R): R => {
    never.push(row.id)
    return row
  }
  const secretary = await addOfficer(database, 'tipa', 'secretary')
  const named = await addPerson(database, kept('name of a person'))
  const past = '2026-01-05'
  await inTheHouse(database, async tx => {
    const council = { council_id: id }
    await tx
      .insertInto('council')
      .values({
        id,
        kind: 'policy',
        name_ko: '반쯤 열린 협의회',
        name_en: 'Half-open council',
        secretariat: 'tipa',
        founded_on: past,
        open_from: past,
      })
      .execute()
    const seat = await tx
      .insertInto('council_seat')
      .values({ ...council, agency: 'tipa', title_ko: '정책기획관', position: 0, since: past })
      .returning('id')
      .executeTakeFirstOrThrow()

    const task = (code: string, title: string, more: object) =>
      tx
        .insertInto('collaboration_task')
        .values({ ...council, code, title_ko: title, proposed_by: ['tipa'], ...more } as never)
        .returning('id')
        .executeTakeFirstOrThrow()
    const open = await task(`P${made}-open`, '열린 과제', {
      state: 'under-way',
      open_from: past,
      reason: kept('reason of a task'),
      programmes: ['mss-automation-process'],
      pathways: ['root'],
    })
    const waiting = await task(later('code'), later('title of a task'), {
      needs_ko: later('needs'),
      state: 'adopted',
      open_from: opening.day,
    })
    const closed = await task(kept('code'), kept('title of a closed task'), {
      state: 'adopted',
      needs_ko: kept('needs'),
    })
    const drafted = hides(await task(kept('code of a draft'), kept('title of a draft'), { open_from: past }))
    for (const [of, mark] of [
      [closed, kept],
      [drafted, kept],
      [waiting, later],
    ] as const) {
      await tx
        .insertInto('task_answer')
        .values({
          task_id: of.id,
          agency: 'kpic',
          position: 'study',
          reason: mark(`answer to ${of.id.slice(0, 8)}`),
          post_id: secretary.capacity.post,
          person_id: named.id,
        })
        .execute()
      await tx
        .insertInto('task_milestone')
        .values({ task_id: of.id, title_ko: mark(`milestone of ${of.id.slice(0, 8)}`), due: '2026-12-01' })
        .execute()
      await tx
        .insertInto('task_post')
        .values({ task_id: of.id, agency: 'kpic', title_ko: mark(`post of ${of.id.slice(0, 8)}`), position: 0 })
        .execute()
      await tx
        .insertInto('task_indicator')
        .values({
          task_id: of.id,
          measure: 'accepted',
          baseline: 1,
          baseline_source: mark(`baseline of ${of.id.slice(0, 8)}`),
          position: 0,
        } as never)
        .execute()
    }
    never.push(closed.id, waiting.id, named.id)

    const session = (number: number, more: object) =>
      tx
        .insertInto('council_session')
        .values({ ...council, number, held_on: '2026-02-10', begins: '10:30', ...more } as never)
        .returning('id')
        .executeTakeFirstOrThrow()
    const minuted = await session(1, {
      place_ko: '세종',
      host: 'tipa',
      state: 'minuted',
      opened_at: '2026-02-10T01:30:00Z',
      ended_at: '2026-02-10T03:00:00Z',
      minuted_at: '2026-02-12T01:00:00Z',
      minuted_by: named.id,
      open_from: past,
    })
    const planned = await session(2, { held_on: '2026-06-20', place_ko: '서울', open_from: past })
    const opensLater = await session(3, { held_on: '2026-07-20', place_ko: later('place'), open_from: opening.day })
    const unopened = hides(await session(4, { held_on: '2026-08-20', place_ko: kept('place') }))

    const item = (session_id: string, position: number, more: object) =>
      tx
        .insertInto('agenda_item')
        .values({ session_id, position, kind: 'other', minutes: 30, title_ko: '열린 안건', ...more } as never)
        .returning('id')
        .executeTakeFirstOrThrow()
    const shown = await item(minuted.id, 0, {
      open_from: past,
      title_en: 'An open item',
      gist: '논의 요지',
      proposal: '함께 하자',
      proposed_by: ['tipa'],
      task_id: open.id,
      finding: JSON.stringify({ reason: kept('finding') }),
    })
    await item(minuted.id, 1, {
      title_ko: kept('title of an item closed by ground'),
      gist: kept('gist of it'),
      proposal: kept('proposal of it'),
      proposed_by: [kept('proposer of it')],
      closed_ground: '정보공개법 제9조 제1항 제5호',
    })
    await item(minuted.id, 2, {
      title_ko: later('title of an item closed until the day'),
      gist: later('gist'),
      closed_ground: '정보공개법 제9조 제1항 제5호',
      open_from: opening.day,
    })
    await item(minuted.id, 4, {
      title_ko: kept('title of an item closed for years'),
      closed_ground: '정보공개법 제9조 제1항 제5호',
      open_from: '2030-01-01',
    })
    hides(await item(minuted.id, 3, { title_ko: kept('title of an item without a day') }))
    await item(planned.id, 0, { open_from: past, gist: kept('gist of minutes that are drafted'), task_id: drafted.id })
    hides(await item(unopened.id, 0, { open_from: past, title_ko: kept('item of a session that is not open') }))
    await item(opensLater.id, 0, { open_from: opening.day, title_ko: later('item of a session that opens') })
    for (const session of [minuted, planned])
      await tx
        .insertInto('attendance')
        .values({
          session_id: session.id,
          seat_id: seat.id,
          state: 'present',
          deputy: kept(`deputy ${session.id.slice(0, 8)}`),
        })
        .execute()

    await tx
      .insertInto('council_paper')
      .values({
        council_id: id,
        session_id: minuted.id,
        name: kept('name of a paper'),
        media_type: 'application/pdf',
        bytes: 10,
        sha256: 'a'.repeat(64),
        agency: 'tipa',
        uploaded_by: named.id,
      } as never)
      .execute()

    const decision = (number: string, text: string, more: object) =>
      tx
        .insertInto('council_decision')
        .values({
          ...council,
          session_id: minuted.id,
          item_id: shown.id,
          number,
          decided_on: '2026-02-10',
          text_ko: text,
          without_objection: true,
          taken_by: named.id,
          ...more,
        } as never)
        .returning('id')
        .executeTakeFirstOrThrow()
    const first = await decision('2026-1-1', '추진한다', {
      text_en: 'It is carried on',
      open_from: past,
      task_id: open.id,
    })
    const second = await decision('2026-1-2', later('decision'), { open_from: opening.day, task_id: waiting.id })
    const third = hides(
      await decision('2026-1-3', kept('decision'), { task_id: closed.id, closed_ground: kept('ground') }),
    )
    await tx.updateTable('council_decision').set({ superseded_by: second.id }).where('id', '=', first.id).execute()
    const action = (decision_id: string, title: string, more: object) =>
      tx
        .insertInto('council_action')
        .values({
          ...council,
          decision_id,
          title_ko: title,
          owner_agency: 'tipa',
          owner_post: secretary.capacity.post,
          due: '2026-03-01',
          proof_wanted: kept(`proof of ${title}`),
          asks: JSON.stringify({ is: 'programme change', change: kept(`change of ${title}`) }),
          report: kept(`report of ${title}`),
          proof: kept(`proof given of ${title}`),
          reason: kept(`reason of ${title}`),
          ...more,
        } as never)
        .execute()
    await action(first.id, '후속조치', { open_from: past })
    await action(third.id, kept('action'), {})
    await action(second.id, later('action'), { open_from: opening.day })
  })
  const taskCodes = { later: opens[0]!, never: never.filter(mark => mark.includes('-code')) }
  return {
    id,
    never,
    opens,
    hiddenUntil: ['sessions/3', 'decisions/2026-1-2', `tasks/${taskCodes.later}`],
    hidden: ['sessions/4', 'decisions/2026-1-3', ...taskCodes.never.map(code => `tasks/${encodeURIComponent(code)}`)],
  }
}

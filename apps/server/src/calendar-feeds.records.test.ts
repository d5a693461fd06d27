import { randomUUID } from 'node:crypto'
import type { OpenCatalogue, Person } from '@ieum/services'
import { addAgreedLink, addFirm, addOfficer, addPerson, inTheHouse, koreanCatalogue } from '@ieum/services/testing'
import { describeInBothHomes } from '@ieum/storage/testing'
import ical from 'ical.js'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { App } from './app.ts'
import { deskAppFor } from './desk/testing/desk-app-for.ts'

let catalogue: OpenCatalogue
beforeAll(async () => {
  catalogue = await koreanCatalogue()
}, 60_000)

describeInBothHomes('calendar addresses', open => {
  let app: App
  let people: Map<string, Person>
  beforeEach(async () => {
    ;({ app, people } = await deskAppFor(open()))
  })

  type Officer = Awaited<ReturnType<typeof addOfficer>>

  async function ask(officer: Officer, method: string, path: string, body?: unknown) {
    people.set(officer.person.id, officer.person)
    const response = await app.request(`/api/posts/${officer.capacity.post}/${path}`, {
      method,
      headers: {
        'x-person': officer.person.id,
        'sec-fetch-site': 'same-origin',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as Record<string, never> }
  }

  async function subscribe(officer: Officer, body: unknown): Promise<{ feed: string; path: string }> {
    const made = await ask(officer, 'POST', 'calendar-feeds', body)
    expect(made.status).toBe(201)
    return made.body as never
  }

  async function look(path: string) {
    const response = await app.request(path)
    const text = await response.text()
    const parts = response.status === 200 ? new ical.Component(ical.parse(text)).getAllSubcomponents() : []
    const said = parts.map(part => [part.name, String(part.getFirstPropertyValue('summary'))])
    return { status: response.status, text, parts, said }
  }

  /** Two agencies, a task with a milestone, a sitting in which it stands, and an action of the first agency. */
  async function scene() {
    const link = await addAgreedLink(open())
    const secretary = await addOfficer(open(), link.toAgency, 'secretary')
    const owner = await addOfficer(open(), link.toAgency, 'programme-owner')
    const officer = await addOfficer(open(), link.toAgency, 'desk-officer')
    const other = await addOfficer(open(), link.fromAgency, 'programme-owner')
    const stranger = await addOfficer(open(), 'kosmes', 'programme-owner')
    const firm = await addFirm(open(), { name: '카나리아 정밀' })
    const council = `c-${randomUUID()}`
    const task = await inTheHouse(open(), async tx => {
      await tx
        .insertInto('council')
        .values({
          id: council,
          kind: 'policy',
          name_ko: '협의회',
          secretariat: link.toAgency,
          founded_on: '2026-01-01',
        })
        .execute()
      await tx
        .insertInto('council_seat')
        .values(
          [link.toAgency, link.fromAgency].map((agency, position) => ({
            council_id: council,
            agency,
            title_ko: '과장',
            position,
            since: '2026-01-01',
          })),
        )
        .execute()
      const { id } = await tx
        .insertInto('collaboration_task')
        .values({
          council_id: council,
          code: randomUUID().slice(0, 8),
          title_ko: '과제',
          proposed_by: [link.toAgency],
          state: 'adopted',
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await tx.insertInto('task_milestone').values({ task_id: id, title_ko: '중간 점검', due: '2026-07-10' }).execute()
      const session = await tx
        .insertInto('council_session')
        .values({
          council_id: council,
          number: 4,
          held_on: '2026-06-20',
          begins: '10:30',
          place_ko: '세종',
          state: 'called',
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      const item = await tx
        .insertInto('agenda_item')
        .values({ session_id: session.id, position: 0, kind: 'task', title_ko: '과제', minutes: 45, task_id: id })
        .returning('id')
        .executeTakeFirstOrThrow()
      const decision = await tx
        .insertInto('council_decision')
        .values({
          council_id: council,
          session_id: session.id,
          item_id: item.id,
          task_id: id,
          number: '2026-4-1',
          decided_on: '2026-06-20',
          text_ko: '추진',
          without_objection: true,
          taken_by: secretary.person.id,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('council_action')
        .values({
          council_id: council,
          decision_id: decision.id,
          task_id: id,
          title_ko: '초안; 쉼표, 줄',
          owner_agency: link.toAgency,
          owner_post: owner.capacity.post,
          due: '2026-07-01',
          proof_wanted: '초안',
        })
        .execute()
      await tx
        .insertInto('referral')
        .values({
          number: `F-${council}`,
          agreement_id: link.id,
          firm_id: firm.capacity.firm,
          from_agency: link.fromAgency,
          to_agency: link.toAgency,
          from_programme: link.fromProgramme,
          to_programme: link.toProgramme,
          state: 'received',
          receiver_post: officer.capacity.post,
          due: '2026-06-12',
          drafted_on: '2026-05-20',
          sent_on: '2026-05-25',
        })
        .execute()
      return id
    })
    return { council, task, number: `F-${council}`, secretary, owner, officer, other, stranger }
  }

  it('show an officer his own days: sittings of his councils, his actions, and what he has to answer', async () => {
    const { owner, officer, number } = await scene()
    const ofOwner = await look((await subscribe(owner, { about: 'mine', language: 'ko' })).path)
    expect(ofOwner.said).toEqual([
      ['vevent', '제4차 협의회'],
      ['vtodo', '후속조치: 초안; 쉼표, 줄'],
    ])
    const [sitting, action] = ofOwner.parts
    // 10:30 in Seoul, and the 45 minutes of the agenda.
    expect(String(sitting!.getFirstPropertyValue('dtstart'))).toBe('2026-06-20T01:30:00Z')
    expect(String(sitting!.getFirstPropertyValue('dtend'))).toBe('2026-06-20T02:15:00Z')
    expect(String(action!.getFirstPropertyValue('due'))).toBe('2026-07-01')
    expect(action!.getFirstPropertyValue('status')).toBe('NEEDS-ACTION')
    const ofOfficer = await look((await subscribe(officer, { about: 'mine', language: 'en' })).path)
    expect(ofOfficer.said.filter(([kind]) => kind === 'vtodo')).toEqual([['vtodo', `Answer due: ${number}`]])
    expect(ofOfficer.text).not.toContain('카나리아')
  })

  it('show an agency all of its days, windows of its programmes too, and a task its milestones and sittings', async () => {
    const { owner, secretary, other, task } = await scene()
    const ofAgency = await look((await subscribe(owner, { about: 'agency', language: 'ko' })).path)
    expect(ofAgency.said.map(([, title]) => title)).toContain('후속조치: 초안; 쉼표, 줄')
    const programmes = catalogue.rulebook.programmes.filter(({ agency }) => agency === other.capacity.agency)
    const ofOther = await look((await subscribe(other, { about: 'agency', language: 'ko' })).path)
    const opening = ofOther.said.filter(([, title]) => title!.startsWith('접수'))
    expect(opening.length).toBeGreaterThan(0)
    expect(opening.every(([, title]) => programmes.some(({ name }) => title!.endsWith(name.ko)))).toBe(true)
    for (const officer of [secretary, other]) {
      const ofTask = await look((await subscribe(officer, { about: 'task', task, language: 'ko' })).path)
      expect(ofTask.said).toEqual([
        ['vevent', '제4차 협의회'],
        ['vtodo', '후속조치: 초안; 쉼표, 줄'],
        ['vtodo', '이정표: 중간 점검'],
      ])
    }
  })

  it('T1: show what is to be answered to who may list referrals alone', async () => {
    const { owner, officer, secretary, number } = await scene()
    const link = { agency: owner.capacity.agency }
    const others = {
      approver: await addOfficer(open(), link.agency, 'approver'),
      administrator: await addOfficer(open(), link.agency, 'agency-administrator'),
      auditor: await addOfficer(open(), link.agency, 'auditor'),
    }
    const shown: string[] = []
    for (const [name, who] of Object.entries({ owner, officer, secretary, ...others })) {
      const { text } = await look((await subscribe(who, { about: 'agency', language: 'ko' })).path)
      if (text.includes(number)) shown.push(name)
    }
    expect(shown).toEqual(['owner', 'officer', 'approver'])
  })

  it('keep the rules of their format: lines of 75 bytes, ended by CRLF', async () => {
    const { owner } = await scene()
    const { text } = await look((await subscribe(owner, { about: 'agency', language: 'ko' })).path)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text.split('\r\n').filter(line => Buffer.byteLength(line) > 75)).toEqual([])
  })

  it('T2: are nothing to who has no seat, and read the same as none once ended, unknown, or their maker has left', async () => {
    const { owner, stranger, task } = await scene()
    expect((await ask(stranger, 'POST', 'calendar-feeds', { about: 'task', task, language: 'ko' })).status).toBe(404)
    const strangers = await look((await subscribe(stranger, { about: 'mine', language: 'ko' })).path)
    expect(strangers.said).toEqual([])

    const unknown = await look(`/calendar-feeds/${'x'.repeat(43)}.ics`)
    expect(unknown.status).toBe(404)
    const ended = await subscribe(owner, { about: 'mine', language: 'ko' })
    expect((await ask(stranger, 'DELETE', `calendar-feeds/${ended.feed}`)).status).toBe(404)
    expect((await look(ended.path)).status).toBe(200)
    expect((await ask(owner, 'DELETE', `calendar-feeds/${ended.feed}`)).status).toBe(200)
    expect((await look(ended.path)).text).toBe(unknown.text)
    expect((await ask(owner, 'GET', 'calendar-feeds')).body).toEqual({ feeds: [] })

    const left = await subscribe(owner, { about: 'agency', language: 'ko' })
    const successor = await addPerson(open(), '후임')
    await inTheHouse(open(), async tx => {
      await tx
        .updateTable('post_holder')
        .set({ until: new Date(Date.now() + 1_000) })
        .where('post_id', '=', owner.capacity.post)
        .execute()
      await tx.insertInto('post_holder').values({ post_id: owner.capacity.post, person_id: successor.id }).execute()
    })
    expect((await look(left.path)).text).toBe(unknown.text)
  })

  it('are few at one post, and wrong questions say what would be right', async () => {
    const { owner } = await scene()
    for (let made = 0; made < 20; made += 1) await subscribe(owner, { about: 'mine', language: 'ko' })
    const more = await ask(owner, 'POST', 'calendar-feeds', { about: 'mine', language: 'ko' })
    expect([more.status, more.body.code]).toEqual([409, 'too-many-feeds'])
    expect((await ask(owner, 'POST', 'calendar-feeds', { about: 'mine', language: 'fr' })).status).toBe(422)
    expect((await ask(owner, 'POST', 'calendar-feeds', { about: 'task', language: 'ko' })).status).toBe(422)
  })
})

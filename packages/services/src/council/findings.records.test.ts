import type { BrokenStep } from '@ieum/council'
import { windowsAhead } from '@ieum/planning'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { koreanCatalogue } from '../testing/catalogue.ts'
import { addCouncil } from '../testing/councils.ts'
import { addOfficer, inTheHouse, on } from '../testing/world.ts'
import { agendasFor } from './agendas-for.ts'
import { checkFinding } from './check-finding.ts'
import { putFinding } from './put-finding.ts'
import { readSession } from './read-session.ts'

let catalogue: OpenCatalogue
beforeAll(async () => {
  catalogue = await koreanCatalogue()
}, 60_000)

const noLink: BrokenStep = {
  is: 'step',
  from: 'motie-root-intelligent-process',
  to: 'mss-kosmes-export-global',
  waypoint: 'mss-kosmes-export-global',
  pathway: 'root-exporter',
  why: { is: 'no link' },
  opens: { is: 'link' },
  on,
}

describe('a finding is held against the catalogue', () => {
  const check = (more: Partial<BrokenStep>) => checkFinding(catalogue.rulebook, { ...noLink, ...more }, on)
  const faultsOf = (more: Partial<BrokenStep>) => {
    const checked = check(more)
    return checked.is === 'faulty' ? checked.fields.map(({ field }) => field) : []
  }

  it('and holds where no link leads on', () => {
    expect(check({})).toEqual({ is: 'holds', finding: noLink })
  })

  it.each([
    ['a programme that is not there', { from: 'none' }, ['/finding/from']],
    [
      'a waypoint that it does not stand at',
      { waypoint: 'export-of-cheese' },
      ['/finding/waypoint', '/finding/pathway'],
    ],
    ['a pathway that does not pass there', { pathway: 'robot' }, ['/finding/pathway']],
    ['a day that no plan begins on', { on: '2029-06-02' }, ['/finding/on']],
    ['a day that is long over', { on: '2026-01-02' }, ['/finding/on']],
    [
      'a link where there is one',
      {
        from: 'mss-automation-process',
        to: 'motie-root-intelligent-process',
        waypoint: 'motie-root-intelligent-process',
      },
      ['/finding/why', '/finding/opens'],
    ],
    ['an exclusion that no notice states', { why: { is: 'excluded', by: 'mss-export-voucher' } }, ['/finding/why']],
    [
      'a window that is not there',
      { why: { is: 'too late', closes: '2026-06-03', ready: '2027-01-01', days: 212 } },
      ['/finding/why'],
    ],
    [
      'that a window is missing where one is to come',
      { to: 'mss-export-voucher', waypoint: 'mss-export-voucher', pathway: undefined, why: { is: 'no window' } },
      ['/finding/why'],
    ],
    [
      'an edition that is not there',
      { opens: { is: 'window', edition: '1999', opens: '2026-07-01', closes: '2026-07-31' } },
      ['/finding/opens/edition'],
    ],
  ] as const)('and not believed: %s', (_, more, faults) => {
    expect(faultsOf(more as Partial<BrokenStep>)).toEqual(faults)
  })

  it('whose days are counted anew: nobody is ready before the windows of the step before allow it', () => {
    const to = catalogue.rulebook.programmes.find(
      programme =>
        programme.id !== noLink.from && windowsAhead(programme, on).some(({ closes }) => closes < '2026-12-31'),
    )!
    const { closes } = windowsAhead(to, on)[0]!
    const late = { to: to.id, waypoint: to.id, pathway: undefined, opens: undefined }
    const why = (ready: string) => ({ is: 'too late', closes, ready, days: 9_999 }) as const
    expect(faultsOf({ ...late, why: why('2026-06-01') })).toEqual(['/finding/why'])
    const held = check({ ...late, why: why('2029-01-01') })
    expect(held.is === 'holds' && held.finding.why.is === 'too late' && held.finding.why.days).toBe(
      Math.round((Date.parse('2029-01-01') - Date.parse(closes)) / 86_400_000),
    )
  })
})

describeInBothHomes('a finding on its way to an agenda', open => {
  async function scene({ agencies = ['kpic', 'kosmes'], state = 'planned' as const } = {}) {
    const needs = { database: open(), catalogue, timeZone: 'Asia/Seoul' }
    const owner = await addOfficer(open(), 'kpic', 'programme-owner')
    const desk = await addOfficer(open(), 'kpic', 'desk-officer')
    const stranger = await addOfficer(open(), 'tipa', 'programme-owner')
    const there = await addCouncil(open(), owner, { secretariat: 'kpic', agencies, state })
    await inTheHouse(open(), tx =>
      tx.updateTable('council_session').set({ held_on: '2026-07-01' }).where('id', '=', there.session).execute(),
    )
    return { needs, owner, desk, stranger, ...there }
  }
  const asked = {
    kind: 'finding',
    title: '이어지지 않음',
    minutes: 15,
    proposal: '연계를 맺는다.',
    finding: noLink,
  } as const

  it('goes where both agencies sit, once, with its figures as they stood', async () => {
    const { needs, owner, session, council } = await scene()
    const before = await agendasFor(needs, owner, { from: noLink.from, to: noLink.to })
    expect(before).toMatchObject([
      { council: { id: council }, because: 'agencies', may: true, next: { id: session, number: 1 }, stands: [] },
    ])
    const put = await putFinding(needs, owner, session, asked)
    if (put.is !== 'put') throw new Error(JSON.stringify(put))
    expect(await putFinding(needs, owner, session, asked)).toEqual({ is: 'there already', item: put.item })
    expect(await agendasFor(needs, owner, { from: noLink.from, to: noLink.to })).toMatchObject([
      { stands: [{ item: put.item, session, number: 1, state: 'planned', why: 'no link', decisions: [] }] },
    ])
    const read = await readSession(needs, owner, session)
    expect(read.is === 'found' && read.session.items.at(-1)).toMatchObject({ kind: 'finding', finding: noLink })
  })

  it('is put there once, however many click at the same moment', async () => {
    const { needs, owner, session } = await scene()
    const outcomes = await Promise.all([1, 2, 3].map(() => putFinding(needs, owner, session, asked)))
    expect(outcomes.map(({ is }) => is).sort()).toEqual(['put', 'there already', 'there already'])
  })

  it('is nobody’s to put there who may not speak, and nothing to who does not sit there', async () => {
    const { needs, desk, stranger, session } = await scene()
    expect(await putFinding(needs, desk, session, asked)).toEqual({ is: 'not for this post' })
    expect(await agendasFor(needs, desk, { from: noLink.from, to: noLink.to })).toMatchObject([{ may: false }])
    expect(await putFinding(needs, stranger, session, asked)).toEqual({ is: 'no such session' })
    expect(await agendasFor(needs, stranger, { from: noLink.from, to: noLink.to })).toEqual([])
  })

  it('is kept only when it holds', async () => {
    const { needs, owner, session } = await scene()
    const wrong = { ...asked, finding: { ...noLink, from: 'none' } }
    expect(await putFinding(needs, owner, session, wrong)).toMatchObject({
      is: 'faulty',
      fields: [{ field: '/finding/from' }],
    })
    expect(await putFinding(needs, owner, session, { ...asked, kind: 'other' })).toMatchObject({ is: 'faulty' })
    const read = await readSession(needs, owner, session)
    expect(read.is === 'found' && read.session.items).toHaveLength(1)
  })

  it('finds a council by its task as well, where only the ministries sit', async () => {
    const { needs, owner, council } = await scene({ agencies: ['kpic', 'mss'] })
    const of = { from: 'mss-automation-process', to: noLink.from! }
    expect(await agendasFor(needs, owner, { from: null, to: noLink.to })).toEqual([])
    expect(await agendasFor(needs, owner, of)).toMatchObject([{ because: 'agencies' }])
    await inTheHouse(open(), tx =>
      tx
        .insertInto('collaboration_task')
        .values({
          council_id: council,
          code: 'T-F',
          title_ko: '과제',
          proposed_by: ['kpic'],
          state: 'adopted',
          pathways: ['root-exporter'],
        })
        .execute(),
    )
    expect(await agendasFor(needs, owner, { from: null, to: noLink.to })).toMatchObject([{ because: 'task' }])
  })

  it('waits for a session to be planned where none takes items any more', async () => {
    const { needs, owner, session } = await scene({ state: 'ended' as never })
    expect(await agendasFor(needs, owner, { from: noLink.from, to: noLink.to })).toMatchObject([{ next: null }])
    expect(await putFinding(needs, owner, session, asked)).toEqual({ is: 'not allowed now', state: 'ended' })
  })
})

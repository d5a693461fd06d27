import { canTakeOver } from '@ieum/desk'
import { describeInBothHomes } from '@ieum/storage/testing'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { actForPost } from '../acting/act-as.ts'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { listNotices } from '../notices/list-notices.ts'
import { notifyPosts } from '../notices/notify.ts'
import { readNotices } from '../notices/read-notices.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { draftReferral } from '../referrals/draft-referral.ts'
import { listReferrals } from '../referrals/list-referrals.ts'
import { koreanCatalogue } from '../testing/catalogue.ts'
import { addAgreedLink, addFirm, addOfficer, addParticipation, addPerson, inTheHouse, on } from '../testing/world.ts'
import { appoint } from './appoint.ts'
import { changePost } from './change-post.ts'
import { closePost } from './close-post.ts'
import { declineInvitation } from './decline-invitation.ts'
import { appointFirstAdministrator } from './first-administrator.ts'
import { handOver } from './hand-over.ts'
import { listPosts } from './list-posts.ts'
import { openPost } from './open-post.ts'
import { relieve, takeBackInvitation } from './relieve.ts'
import { takeOffSecondFactor } from './take-off-second-factor.ts'
import { invitationsOf, takeUpInvitation } from './take-up-invitation.ts'

describeInBothHomes('the posts of an agency', open => {
  let needs: { database: ReturnType<typeof open>; catalogue: OpenCatalogue }
  let administrator: Acting<PostCapacity>

  beforeEach(async () => {
    needs = { database: open(), catalogue: await koreanCatalogue() }
    administrator = await addOfficer(needs.database, 'tipa', 'agency-administrator')
  })

  const toOpen = { role: 'desk-officer', name: { ko: '접수 담당', en: 'Desk' }, programmes: [] } as const
  const opened = async (role: typeof toOpen.role | 'approver' | 'agency-administrator' = 'desk-officer') => {
    const outcome = await openPost(needs, administrator, { ...toOpen, role: role as 'desk-officer' })
    if (outcome.is !== 'opened') throw new Error(outcome.is)
    return outcome.post
  }
  const listed = async (post: string, who = administrator) => {
    const outcome = await listPosts(needs, who)
    return outcome.is === 'posts' ? outcome.posts.find(({ id }) => id === post) : undefined
  }
  const capacityOf = (person: Acting['person'], post: string) =>
    actForPost({ database: needs.database, person, on, place: '192.0.2.1' }, post)
  const takenUp = async (person: Acting['person'], post: string) => {
    const taken = await capacityOf(person, post)
    if (taken.is !== 'acting') throw new Error(taken.is)
    return taken.acting
  }

  /** A referral drawn up by a post of TIPA, and a word of it to the post. */
  async function openWork() {
    const officer = await addOfficer(needs.database, 'tipa', 'desk-officer')
    const link = await addAgreedLink(needs.database)
    const firm = await addFirm(needs.database)
    await addParticipation(needs.database, firm.capacity.firm, { agency: 'tipa', programme: link.fromProgramme })
    const drafted = await draftReferral(needs, officer, {
      agreement: link.id,
      firm: firm.capacity.firm,
      reason: '다음 단계',
    })
    if (drafted.is !== 'drafted') throw new Error(drafted.is)
    await atDesk(needs, officer, desk =>
      notifyPosts(desk, [officer.capacity.post], {
        event: 'news',
        kind: 'referral.consent',
        referral: drafted.referral,
      }),
    )
    return { officer, post: officer.capacity.post, referral: drafted.referral, programme: link.fromProgramme }
  }
  const seenBy = async (who: Acting<PostCapacity>) => ({
    referrals: (await listReferrals(needs, who, { box: 'out', mine: true })).lines.map(({ id }) => id),
    notices: (await listNotices(needs, { person: who.person, post: who.capacity.post })).notices.map(
      ({ referral }) => referral?.id,
    ),
  })

  it('are opened, named anew and listed with who holds them', async () => {
    const post = await opened()
    const kim = await addPerson(needs.database, '김담당')
    expect(await appoint(needs, administrator, post, kim.email.toUpperCase())).toEqual({
      is: 'appointed',
      person: kim.id,
    })
    expect(await appoint(needs, administrator, post, kim.email)).toEqual({ is: 'holds it already' })
    expect(await changePost(needs, administrator, post, { name: { ko: '이관 담당', en: 'Hand-over' } })).toEqual({
      is: 'changed',
    })
    expect(await listed(post)).toMatchObject({
      name: { ko: '이관 담당' },
      holders: [{ person: kim.id, name: '김담당', email: kim.email }],
      open: { sending: 0, receiving: 0, overdue: 0 },
    })
    expect((await listed(post, await takenUp(kim, post)))?.holders[0]).not.toHaveProperty('email')
  })

  it('T13: are the affair of administrators alone', async () => {
    const officer = await addOfficer(needs.database, 'tipa', 'desk-officer')
    const kim = await addPerson(needs.database, '김담당')
    const post = await opened()
    expect(await openPost(needs, officer, toOpen)).toEqual({ is: 'not allowed' })
    for (const outcome of [
      appoint(needs, officer, post, kim.email),
      relieve(needs, officer, post, officer.person.id),
      closePost(needs, officer, post),
      changePost(needs, officer, post, { name: toOpen.name }),
      handOver(needs, officer, post, officer.capacity.post),
    ])
      expect(await outcome).toEqual({ is: 'no such post' })
  })

  it('T13: of another agency read as if they were not there, and its rows cannot be written', async () => {
    const other = await addOfficer(needs.database, 'kpic', 'agency-administrator')
    const post = await opened()
    const missing = crypto.randomUUID()
    const kim = await addPerson(needs.database, '김담당')
    for (const id of [post, missing, 'no id']) {
      expect(await appoint(needs, other, id, kim.email)).toEqual({ is: 'no such post' })
      expect(await relieve(needs, other, id, kim.id)).toEqual({ is: 'no such post' })
      expect(await closePost(needs, other, id)).toEqual({ is: 'no such post' })
      expect(await changePost(needs, other, id, { name: toOpen.name })).toEqual({ is: 'no such post' })
      expect(await handOver(needs, other, id, post)).toEqual({ is: 'no such post' })
    }
    await expect(
      atDesk(needs, other, ({ tx }) =>
        tx
          .insertInto('post_holder')
          .values({ post_id: post, person_id: kim.id, appointed_by: other.person.id })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  it('look after programmes of their own agency only', async () => {
    const foreign = ['motie-root-intelligent-process', 'no-such-programme']
    expect(
      await openPost(needs, administrator, { ...toOpen, programmes: ['mss-automation-process', ...foreign] }),
    ).toEqual({
      is: 'not its programmes',
      programmes: foreign,
    })
  })

  describe('C20: whoever comes and goes', () => {
    it('sees all work and all news of the post at once, and nothing at once', async () => {
      const { officer, post, referral } = await openWork()
      const successor = await addPerson(needs.database, '이후임')
      await appoint(needs, administrator, post, successor.email)
      const after = await takenUp(successor, post)
      expect(await seenBy(after)).toEqual({ referrals: [referral], notices: expect.arrayContaining([referral]) })

      expect(await relieve(needs, administrator, post, officer.person.id)).toEqual({ is: 'relieved' })
      expect(await capacityOf(officer.person, post)).toEqual({ is: 'no such capacity' })
      // Even with the capacity that was read a moment ago: the rows are shut.
      expect(await seenBy(officer)).toEqual({ referrals: [], notices: [] })
      expect((await seenBy(after)).referrals).toEqual([referral])
    })

    it('may come back', async () => {
      const { officer, post } = await openWork()
      await relieve(needs, administrator, post, officer.person.id)
      expect(await relieve(needs, administrator, post, officer.person.id)).toEqual({ is: 'does not hold it' })
      expect(await appoint(needs, administrator, post, officer.person.email)).toMatchObject({ is: 'appointed' })
      expect((await capacityOf(officer.person, post)).is).toBe('acting')
    })

    it('leaves nothing unsaid to its successor, read or not, and takes nothing that it was told from the post', async () => {
      const { officer, post, referral } = await openWork()
      const { notices: before } = await listNotices(needs, { person: officer.person, post })
      expect(before.length).toBeGreaterThan(0)
      await readNotices(needs, { person: officer.person, post })
      await atDesk(needs, officer, desk =>
        notifyPosts(desk, [post], { event: 'later news', kind: 'referral.receive', referral }),
      )
      const successor = await addOfficer(needs.database, 'tipa', 'desk-officer')
      const box = { person: successor.person, post: successor.capacity.post }
      // Of one of these events it was told itself.
      await atDesk(needs, officer, desk =>
        notifyPosts(desk, [box.post], { event: 'later news', kind: 'referral.receive', referral }),
      )
      await handOver(needs, administrator, post, box.post)

      const after = await listNotices(needs, box)
      const told = ({ kind, at, read }: (typeof before)[number]) => ({ kind, at, read })
      expect(after.notices.slice(1).map(told)).toEqual(before.map(one => told({ ...one, read: true })))
      expect(after.notices[0]).toMatchObject({ kind: 'referral.receive', read: false })
      expect(after.unread).toBe(1)
      // What the post was told stays readable there; none of it waits there any more.
      const left = await listNotices(needs, { person: officer.person, post })
      expect(left.notices).toHaveLength(before.length + 1)
      expect(left.unread).toBe(0)
    })

    it('closes with a batch that waits for a decision only where a successor looks after it', async () => {
      const { capacity, person } = await addOfficer(needs.database, 'tipa', 'desk-officer')
      const link = await addAgreedLink(needs.database)
      await inTheHouse(needs.database, tx =>
        tx
          .insertInto('referral_batch')
          .values({
            agency: 'tipa',
            agreement_id: link.id,
            name: '5월 완료기업',
            reason: '뿌리 연계',
            chosen_by: '{}',
            firms: [crypto.randomUUID()],
            proposed_post: capacity.post,
            proposed_by: person.id,
          })
          .execute(),
      )
      expect(await listed(capacity.post)).toMatchObject({ open: { batches: 1, programmes: [link.fromProgramme] } })
      expect(await closePost(needs, administrator, capacity.post)).toEqual({
        is: 'successor needed',
        referrals: 0,
        actions: 0,
        batches: 1,
      })
      const elsewhere = await addOfficer(needs.database, 'tipa', 'desk-officer', ['mss-other'])
      expect(await closePost(needs, administrator, capacity.post, elsewhere.capacity.post)).toEqual({
        is: 'successor does not look after',
        programmes: [link.fromProgramme],
      })
      const successor = await addOfficer(needs.database, 'tipa', 'desk-officer')
      expect(await closePost(needs, administrator, capacity.post, successor.capacity.post)).toMatchObject({
        is: 'closed',
      })
      const [batch] = await inTheHouse(needs.database, tx => tx.selectFrom('referral_batch').selectAll().execute())
      expect(batch).toMatchObject({ state: 'proposed', proposed_post: successor.capacity.post })
    })

    it('closes with all that it was ever told', async () => {
      const { officer, post } = await openWork()
      await readNotices(needs, { person: officer.person, post })
      const { notices } = await listNotices(needs, { person: officer.person, post })
      const successor = await addOfficer(needs.database, 'tipa', 'desk-officer')
      await closePost(needs, administrator, post, successor.capacity.post)
      const box = { person: successor.person, post: successor.capacity.post }
      expect((await listNotices(needs, box)).notices).toHaveLength(notices.length)
    })
  })

  describe('C21: separation of duties', () => {
    it('lets nobody appoint himself to a post that approves or watches, not by the rows either', async () => {
      const post = await opened('approver')
      expect(await appoint(needs, administrator, post, administrator.person.email)).toEqual({
        is: 'another administrator must',
      })
      await expect(
        atDesk(needs, administrator, ({ tx }) =>
          tx
            .insertInto('post_holder')
            .values({ post_id: post, person_id: administrator.person.id, appointed_by: administrator.person.id })
            .execute(),
        ),
      ).rejects.toThrow(/row-level security/)
      const second = await addOfficer(needs.database, 'tipa', 'agency-administrator')
      expect(await appoint(needs, second, post, administrator.person.email)).toMatchObject({ is: 'appointed' })
    })

    it('holds for an invitation that one sent to oneself under another address', async () => {
      const post = await opened('approver')
      const invited = await appoint(needs, administrator, post, 'me-too@example.kr')
      if (invited.is !== 'invited') throw new Error(invited.is)
      await needs.database.pool.query('update person set email = $1 where id = $2', [
        'me-too@example.kr',
        administrator.person.id,
      ])
      const me = { person: { ...administrator.person, email: 'me-too@example.kr' }, on }
      expect(await takeUpInvitation(needs, me, invited.invitation)).toEqual({ is: 'another administrator must' })
    })
  })

  describe('an invitation', () => {
    it('is taken up by whoever joined with that address, once', async () => {
      const post = await opened()
      const invited = await appoint(needs, administrator, post, 'New.Officer@example.kr')
      if (invited.is !== 'invited') throw new Error(invited.is)
      const { rows } = await needs.database.pool.query('select address, body from delivery')
      expect(rows).toEqual([
        { address: 'new.officer@example.kr', body: expect.objectContaining({ kind: 'post.invited' }) },
      ])
      const person = { ...(await addPerson(needs.database, '신입')), email: 'new.officer@example.kr' }
      await needs.database.pool.query('update person set email = $1 where id = $2', [person.email, person.id])
      const stranger = await addPerson(needs.database, '남')
      expect(await invitationsOf(needs, { person, on })).toMatchObject([{ id: invited.invitation, agency: 'tipa' }])
      expect(await invitationsOf(needs, { person: stranger, on })).toEqual([])
      expect(await takeUpInvitation(needs, { person: stranger, on }, invited.invitation)).toEqual({
        is: 'no such invitation',
      })
      expect(await takeUpInvitation(needs, { person, on }, invited.invitation)).toEqual({ is: 'taken up', post })
      expect(await takeUpInvitation(needs, { person, on }, invited.invitation)).toEqual({ is: 'no such invitation' })
      expect((await capacityOf(person, post)).is).toBe('acting')
    })

    it('can be declined by whom it was sent to, and those who administer the agency are told', async () => {
      const post = await opened()
      const invited = await appoint(needs, administrator, post, 'busy@example.kr')
      if (invited.is !== 'invited') throw new Error(invited.is)
      const person = { ...(await addPerson(needs.database, '바쁜분')), email: 'busy@example.kr' }
      const stranger = await addPerson(needs.database, '남')
      const declined = (who: Acting['person']) => declineInvitation(needs, { person: who, on }, invited.invitation)
      expect(await declined(stranger)).toEqual({ is: 'no such invitation' })
      expect(await declined(person)).toEqual({ is: 'declined' })
      expect(await declined(person)).toEqual({ is: 'no such invitation' })
      expect(await takeUpInvitation(needs, { person, on }, invited.invitation)).toEqual({ is: 'no such invitation' })
      expect((await listed(post))?.invitations).toEqual([])
      const told = await listNotices(needs, { person: administrator.person, post: administrator.capacity.post })
      expect(told).toMatchObject({ notices: [{ kind: 'post.declined' }] })
    })

    it('can be taken back, by its own agency', async () => {
      const post = await opened()
      const invited = await appoint(needs, administrator, post, 'someone@example.kr')
      if (invited.is !== 'invited') throw new Error(invited.is)
      const other = await addOfficer(needs.database, 'kpic', 'agency-administrator')
      expect(await takeBackInvitation(needs, other, invited.invitation)).toEqual({ is: 'no such invitation' })
      expect(await takeBackInvitation(needs, administrator, invited.invitation)).toEqual({ is: 'taken back' })
      expect((await listed(post))?.invitations).toEqual([])
    })
  })

  describe('an agency', () => {
    it('is never left without an administrator', async () => {
      const { post } = administrator.capacity
      expect(await relieve(needs, administrator, post, administrator.person.id)).toEqual({ is: 'last administrator' })
      expect(await closePost(needs, administrator, post)).toEqual({ is: 'last administrator' })
      const second = await addOfficer(needs.database, 'tipa', 'agency-administrator')
      expect(await relieve(needs, administrator, post, administrator.person.id)).toEqual({ is: 'relieved' })
      expect(await closePost(needs, second, post)).toEqual({ is: 'closed', referrals: 0 })
      expect(await closePost(needs, second, second.capacity.post)).toEqual({ is: 'last administrator' })
    })

    it('keeps one of two who relieve each other at once', async () => {
      const second = await addOfficer(needs.database, 'tipa', 'agency-administrator')
      const outcomes = await Promise.all([
        relieve(needs, administrator, second.capacity.post, second.person.id),
        relieve(needs, second, administrator.capacity.post, administrator.person.id),
      ])
      expect(outcomes.filter(({ is }) => is === 'relieved')).toHaveLength(1)
    })

    it('keeps a trace of who leaves the post that he acts for', async () => {
      await addOfficer(needs.database, 'tipa', 'agency-administrator')
      await relieve(needs, administrator, administrator.capacity.post, administrator.person.id)
      const traces = await inTheHouse(needs.database, tx => tx.selectFrom('audit_entry').selectAll().execute())
      expect(traces).toMatchObject([
        {
          lane: 'tipa',
          operation: 'relieve',
          person_id: administrator.person.id,
          post_id: administrator.capacity.post,
        },
      ])
    })

    it('gets its first administrator from the keeper of the installation, and no second one', async () => {
      const kim = await addPerson(needs.database, '김관리')
      const first = (agency: string, email: string) => appointFirstAdministrator(needs, on, { agency, email })
      expect(await first('nowhere', kim.email)).toEqual({ is: 'no such agency' })
      expect(await first('kpic', kim.email)).toEqual({ is: 'appointed' })
      expect(await first('kpic', 'other@example.kr')).toEqual({ is: 'has administrators' })
      expect(await first('kotra', 'new@example.kr')).toEqual({ is: 'invited' })
    })
  })

  describe('a post that is closed', () => {
    it('passes its open work and its unread news to a successor that looks after them', async () => {
      const { officer, post, referral, programme } = await openWork()
      expect(await closePost(needs, administrator, post)).toEqual({
        is: 'successor needed',
        referrals: 1,
        batches: 0,
        actions: 0,
      })
      const elsewhere = await addOfficer(needs.database, 'tipa', 'desk-officer', ['mss-jump-up'])
      const approver = await addOfficer(needs.database, 'tipa', 'approver')
      const foreign = await addOfficer(needs.database, 'kpic', 'desk-officer')
      for (const one of [elsewhere, approver])
        expect(await closePost(needs, administrator, post, one.capacity.post)).toEqual({
          is: 'successor does not look after',
          programmes: [programme],
        })
      for (const id of [foreign.capacity.post, post, 'no id'])
        expect(await closePost(needs, administrator, post, id)).toEqual({ is: 'no such successor' })

      const successor = await addOfficer(needs.database, 'tipa', 'desk-officer', [programme])
      expect(await closePost(needs, administrator, post, successor.capacity.post)).toEqual({
        is: 'closed',
        referrals: 1,
      })
      expect(await seenBy(successor)).toEqual({ referrals: [referral], notices: expect.arrayContaining([referral]) })
      expect(await capacityOf(officer.person, post)).toEqual({ is: 'no such capacity' })
      expect(await listed(successor.capacity.post)).toMatchObject({ open: { sending: 1, receiving: 0 } })
    })

    it('passes to each post that is said to be able to take it over, and to no other', async () => {
      const { post, programme } = await openWork()
      const roles = ['desk-officer', 'programme-owner', 'approver', 'secretary', 'auditor'] as const
      const others = await Promise.all(roles.map(role => addOfficer(needs.database, 'tipa', role)))
      others.push(await addOfficer(needs.database, 'tipa', 'programme-owner', [programme]))
      others.push(await addOfficer(needs.database, 'tipa', 'programme-owner', ['mss-jump-up']))
      const idle = await opened()
      for (const from of [post, idle]) {
        const { open } = (await listed(from))!
        expect(open.programmes).toEqual(from === post ? [programme] : [])
        for (const { capacity } of others) {
          const handed = await handOver(needs, administrator, from, capacity.post)
          expect([capacity, handed.is === 'handed over']).toEqual([capacity, canTakeOver(capacity, open)])
          if (handed.is === 'handed over') await handOver(needs, administrator, capacity.post, from)
        }
      }
    })

    it('stays open when only its work is handed over', async () => {
      const { officer, post, referral } = await openWork()
      const successor = await addOfficer(needs.database, 'tipa', 'programme-owner')
      expect(await handOver(needs, administrator, post, successor.capacity.post)).toEqual({
        is: 'handed over',
        referrals: 1,
      })
      expect((await seenBy(successor)).referrals).toEqual([referral])
      expect((await seenBy(officer)).referrals).toEqual([])
      expect((await capacityOf(officer.person, post)).is).toBe('acting')
    })
  })

  it('acting stays with the person: a session without a second factor takes no post up', async () => {
    const post = await opened()
    const kim = { ...(await addPerson(needs.database, '김')), secondFactor: false }
    await appoint(needs, administrator, post, kim.email)
    expect(await capacityOf(kim, post)).toEqual({ is: 'second factor needed' })
  })

  describe('a second factor that was lost', () => {
    /** Enrolled, and signed in on two machines. */
    async function enrolled(person: string) {
      await needs.database.kysely.transaction().execute(async tx => {
        await sql`update person set two_factor_enabled = true where id = ${person}`.execute(tx)
        await sql`insert into second_factor (id, person_id, secret, backup_codes, verified)
          values (${crypto.randomUUID()}, ${person}, 'secret', 'codes', true)`.execute(tx)
        for (const session of ['one', 'two'])
          await sql`insert into sign_in_session (id, person_id, token, signed_in_by, second_factor, signed_in_at, expires_at)
            values (${`${person}-${session}`}, ${person}, ${`${person}-${session}`}, 'password', true, now(), now() + interval '1 hour')`.execute(
            tx,
          )
      })
    }
    const left = async (person: string) =>
      needs.database.kysely.transaction().execute(async tx => {
        const { rows } = await sql<{ factors: number; sessions: number; enabled: boolean }>`
          select (select count(*)::int from second_factor where person_id = p.id) as factors,
                 (select count(*)::int from sign_in_session where person_id = p.id) as sessions,
                 p.two_factor_enabled as enabled
          from person p where p.id = ${person}`.execute(tx)
        return rows[0]
      })

    it('T4: is taken off by an administrator with every session, and its owner is told', async () => {
      const officer = await addOfficer(needs.database, 'tipa', 'desk-officer')
      await enrolled(officer.person.id)
      const { post } = officer.capacity
      expect(await takeOffSecondFactor(needs, administrator, post, officer.person.id)).toEqual({ is: 'taken off' })
      expect(await left(officer.person.id)).toEqual({ factors: 0, sessions: 0, enabled: false })
      expect(await takeOffSecondFactor(needs, administrator, post, officer.person.id)).toEqual({ is: 'has none' })
      const told = await inTheHouse(needs.database, tx =>
        tx.selectFrom('notice').select('kind').where('person_id', '=', officer.person.id).execute(),
      )
      expect(told).toEqual([{ kind: 'person.second-factor-taken-off' }])
    })

    it('T4: stays where another agency, another role, its owner or a stranger to the post asks', async () => {
      const officer = await addOfficer(needs.database, 'tipa', 'desk-officer')
      const colleague = await addOfficer(needs.database, 'tipa', 'desk-officer')
      const elsewhere = await addOfficer(needs.database, 'kpic', 'agency-administrator')
      await enrolled(officer.person.id)
      await enrolled(administrator.person.id)
      const ask = (who: Acting<PostCapacity>, post: string, person: string) =>
        takeOffSecondFactor(needs, who, post, person)
      const { post } = officer.capacity
      const hidden = { is: 'no such post' }
      expect(await ask(elsewhere, post, officer.person.id)).toEqual(hidden)
      expect(await ask(officer, post, officer.person.id)).toEqual(hidden)
      expect(await ask(administrator, colleague.capacity.post, officer.person.id)).toEqual({ is: 'does not hold it' })
      expect(await ask(administrator, administrator.capacity.post, administrator.person.id)).toEqual({
        is: 'another administrator must',
      })
      const stands = { factors: 1, sessions: 2, enabled: true }
      expect([await left(officer.person.id), await left(administrator.person.id)]).toEqual([stands, stands])
    })
  })
})

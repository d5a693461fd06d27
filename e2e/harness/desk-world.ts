/** Two agencies with people at their desks, links between them, and a referral in each state that a page has to show. */
import { addDays } from '@ieum/catalogue/days'
import { codeNow, type createSignIn } from '@ieum/server'
import {
  type Acting,
  askConsent,
  bringPaper,
  draftAgreement,
  draftReferral,
  type FirmCapacity,
  giveConsent,
  knowInstallation,
  moveAgreement,
  moveReferral,
  newSigningKey,
  type OpenCatalogue,
  type PostCapacity,
  publicKeyOf,
  readReferral,
  type Signer,
  type Terms,
  withdrawConsent,
} from '@ieum/services'
import { acting, addFirm, addParticipation, inTheHouse } from '@ieum/services/testing'
import type { Database, PaperStore, Role } from '@ieum/storage'
import { day } from './desk-day.ts'

export interface DeskPerson {
  readonly email: string
  readonly password: string
  readonly totpSecret: string
  readonly post: string
  /** The session that this person has already; a code can be used once only. */
  readonly cookie: string
}

export interface DeskWorld {
  readonly people: Readonly<Record<Who, DeskPerson>>
  /** Cases by what they show. */
  readonly cases: Readonly<Record<CaseName, { readonly id: string; readonly number: string }>>
  readonly agreement: string
  readonly offered: string
  /** A second post of the writer: an approver's, at which nothing that the writer wrote is approved. */
  readonly alsoApproves: string
}

const posts = {
  receiver: { agency: 'kpic', role: 'desk-officer', name: '이받음', post: ['지능화 연계 담당', 'Smart process desk'] },
  owner: {
    agency: 'kpic',
    role: 'programme-owner',
    name: '윤사업',
    post: ['뿌리산업 사업 담당', 'Root industry owner'],
  },
  sender: { agency: 'tipa', role: 'desk-officer', name: '김보냄', post: ['자동화 연계 담당', 'Automation desk'] },
  writer: { agency: 'tipa', role: 'programme-owner', name: '박사업', post: ['자동화 사업 담당', 'Automation owner'] },
  approver: { agency: 'tipa', role: 'approver', name: '최결재', post: ['결재', 'Approver'] },
  auditor: { agency: 'tipa', role: 'auditor', name: '남살핌', post: ['감사 담당', 'Auditor'] },
  decider: { agency: 'kpic', role: 'approver', name: '장결재', post: ['협약 결재', 'Link approver'] },
  administrator: {
    agency: 'kpic',
    role: 'agency-administrator',
    name: '정관리',
    post: ['기관 관리', 'Administration'],
  },
  empty: { agency: 'kosmes', role: 'desk-officer', name: '한빈칸', post: ['수출 연계 담당', 'Export desk'] },
  fresh: { agency: 'kpic', role: 'desk-officer', name: '새사람', post: ['가족기업 연계 담당', 'Family business desk'] },
} as const satisfies Record<string, { agency: string; role: Role; name: string; post: readonly [string, string] }>

export type Who = keyof typeof posts

const caseNames = [
  'sent',
  'review',
  'another',
  'raced',
  'late',
  'returned',
  'accepted',
  'declined',
  'withdrawn',
  'drafted',
  'unlucky',
] as const
type CaseName = (typeof caseNames)[number]

interface Needs {
  readonly database: Database
  readonly catalogue: OpenCatalogue
  readonly signer: Signer
  readonly papers: PaperStore
}

export type SignIn = ReturnType<typeof createSignIn>

export const password = 'a long enough password'

export async function makeWorld(needs: Needs, signIn: SignIn, address: string): Promise<DeskWorld> {
  const { database } = needs
  const people = {} as Record<Who, DeskPerson>
  const officers = {} as Record<Who, Acting<PostCapacity>>
  for (const [who, of] of Object.entries(posts) as [Who, (typeof posts)[Who]][]) {
    const email = `${who}@agency.example`
    const totpSecret = `${who}-authenticator-secret`
    const seeded = await signIn.seedPerson({ email, name: of.name, password, totpSecret })
    if (seeded.is === 'no demonstration') throw new Error(seeded.is)
    const post = await addPost(database, of, seeded.id)
    people[who] = { email, password, totpSecret, post, cookie: await signedIn(address, email, totpSecret, who) }
    officers[who] = acting(
      { id: seeded.id, name: of.name, email, locale: 'ko', secondFactor: true },
      { is: 'post', post, agency: of.agency, role: of.role, programmes: [] },
    )
  }

  const alsoApproves = await addPost(
    database,
    { ...posts.approver, post: ['결재 (겸직)', 'Approver (second post)'] },
    officers.writer.person.id,
  )

  const agreement = await agreed(database, officers, 'motie-root-family-business')
  await agreed(database, officers, 'motie-root-intelligent-process')
  const offered = await drafted(needs, officers.writer)
  await moveAgreement(needs, officers.writer, { agreement: offered, move: 'propose', changed: 1 })

  const cases = {} as Record<CaseName, { id: string; number: string }>
  for (const [index, name] of caseNames.entries())
    cases[name] = await makeCase(needs, officers, agreement, name, firmNames[index]!)
  await lookedInMay(database, officers)
  // Firms that a referral can still be drawn up for.
  for (const name of ['온새주조', '가람단조', '늘봄도금']) await firmThatCompleted(database, name)
  for (const oldKeyUntil of [undefined, addDays(day, 30)]) await makeOtherKnown(database, oldKeyUntil)
  return { people, cases, agreement, offered, alsoApproves }
}

/** The system of another ministry; known a second time by a new key. */
async function makeOtherKnown(database: Database, oldKeyUntil: string | undefined): Promise<void> {
  const publicKey = publicKeyOf(await newSigningKey())
  const baseUrl = 'https://ieum.ministry.example'
  await knowInstallation(
    { database },
    { id: 'ministry', name: '산업통상부 이음', baseUrl, publicKey, agencies: ['kiat', 'kotra'], oldKeyUntil },
  )
}

/** Looks of the month before, for the auditor to review: by day and by night, with and without a reason. */
async function lookedInMay(database: Database, { sender, writer }: Record<Who, Acting<PostCapacity>>): Promise<void> {
  await inTheHouse(database, async tx => {
    const cases = await tx.selectFrom('referral').select('firm_id').orderBy('number').limit(3).execute()
    const firms = cases.map(({ firm_id }) => firm_id)
    for (const [who, at, firm_ids, operation, reason] of [
      [sender, '2026-05-06T01:20:00Z', firms.slice(0, 1), 'read own record', null],
      [sender, '2026-05-08T13:40:00Z', firms.slice(1, 2), 'read own record', '사후관리 점검'],
      [writer, '2026-05-16T02:05:00Z', firms.slice(1, 2), 'read referral', null],
      [sender, '2026-05-20T06:30:00Z', firms, 'export referrals', '5월 연계 현황 보고'],
    ] as const)
      await tx
        .insertInto('access_entry')
        .values({
          lane: who.capacity.agency,
          at,
          person_id: who.person.id,
          post_id: who.capacity.post,
          place: '203.0.113.24',
          firm_ids: [...firm_ids],
          operation,
          basis: 'own programme',
          reason,
        })
        .execute()
  })
}

const firmNames = [
  '한빛주물',
  '대성금형',
  '새봄열처리',
  '미래표면',
  '동방단조',
  '청우용접',
  '세진주조',
  '누리소성',
  '보람도금',
  '하늘정밀',
  '샛별사출',
]

export async function addPost(
  database: Database,
  of: { readonly agency: string; readonly role: Role; readonly post: readonly [string, string] },
  person: string,
): Promise<string> {
  return inTheHouse(database, async tx => {
    const { id } = await tx
      .insertInto('post')
      .values({ agency: of.agency, role: of.role, name_ko: of.post[0], name_en: of.post[1] })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx.insertInto('post_holder').values({ post_id: id, person_id: person }).execute()
    return id
  })
}

/** One who will sign in by hand has no session before. */
export async function signedIn(address: string, email: string, totpSecret: string, who: string): Promise<string> {
  if (who === 'fresh') return ''
  let cookie = ''
  for (const [path, body] of [
    ['password', { email, password }],
    ['code', { code: await codeNow(totpSecret) }],
  ] as const) {
    const reply = await fetch(`${address}/api/sign-in/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address, cookie },
      body: JSON.stringify(body),
    })
    if (!reply.ok) throw new Error(`${path} of ${email}: ${await reply.text()}`)
    cookie = reply.headers
      .getSetCookie()
      .filter(set => !/Max-Age=0/i.test(set))
      .map(set => set.split(';')[0]!)
      .join('; ')
  }
  return cookie.split('; ').find(pair => pair.includes('session_token='))!
}

const terms: Terms = {
  fromProgramme: 'mss-automation-process',
  outcome: 'completed',
  toProgramme: 'motie-root-family-business',
  kind: 'preferred',
  daysToAnswer: 10,
  remindBefore: 2,
  expireAfter: 20,
  places: 30,
  waives: ['succession'],
  accepts: ['root'],
  legalBasis: '부처 정책협의회 업무협약',
  purpose: { ko: '자동화를 마친 기업을 다음 단계로 잇기', en: 'leading firms on after automation' },
  councilTask: null,
  validFrom: '2026-01-01',
  validTo: null,
}

async function drafted(needs: Needs, writer: Acting<PostCapacity>): Promise<string> {
  const done = await draftAgreement(needs, writer, {
    terms: { ...terms, toProgramme: 'motie-root-intelligent-process', waives: [], accepts: [], places: null },
  })
  if (done.is !== 'drafted') throw new Error(JSON.stringify(done))
  return done.agreement
}

/** In force since long ago, with four signatures. */
async function agreed(database: Database, officers: Record<Who, Acting<PostCapacity>>, to: string): Promise<string> {
  return inTheHouse(database, async tx => {
    const { id } = await tx
      .insertInto('link_agreement')
      .values({
        link: `mss-automation-process-to-${to}`,
        version: 1,
        from_programme: terms.fromProgramme,
        outcome: 'completed',
        to_programme: to,
        kind: 'preferred',
        from_agency: 'tipa',
        to_agency: 'kpic',
        proposed_by: 'tipa',
        days_to_answer: terms.daysToAnswer,
        places: terms.places,
        waives: to === terms.toProgramme ? [...terms.waives] : [],
        accepts: to === terms.toProgramme ? [...terms.accepts] : [],
        legal_basis: terms.legalBasis,
        purpose_ko: terms.purpose.ko,
        purpose_en: terms.purpose.en,
        valid_from: terms.validFrom,
        state: 'agreed',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const [step, who] of [
      ['propose', 'writer'],
      ['offer', 'approver'],
      ['review', 'owner'],
      ['agree', 'receiver'],
    ] as const)
      await tx
        .insertInto('link_signature')
        .values({
          agreement_id: id,
          step,
          agency: officers[who].capacity.agency,
          post_id: officers[who].capacity.post,
          person_id: officers[who].person.id,
        })
        .execute()
    return id
  })
}

async function firmThatCompleted(database: Database, name: string): Promise<Acting<FirmCapacity>> {
  const firm = await addFirm(database, { name })
  await addParticipation(database, firm.capacity.firm, {
    agency: 'tipa',
    programme: terms.fromProgramme,
    on: '2026-04-10',
  })
  const known = { root_industry: true, founded: '1988-03-02', employees: 32, size: 'small' }
  await inTheHouse(database, tx =>
    tx
      .insertInto('fact')
      .values(
        Object.entries(known).map(([fact, value]) => ({
          firm_id: firm.capacity.firm,
          name: fact,
          value: JSON.stringify(value),
          ...(fact === 'founded'
            ? { source: 'registry' as const, source_name: '사업자등록', source_agency: null }
            : { source: 'entered' as const, source_name: 'firm', recorded_by: firm.person.id }),
          as_of: '2026-03-20',
        })),
      )
      .execute(),
  )
  return firm
}

const steps: Readonly<Record<CaseName, readonly string[]>> = {
  sent: ['send'],
  review: ['send', 'receive', 'review'],
  another: ['send', 'receive', 'review'],
  raced: ['send', 'receive', 'review'],
  late: ['send', 'receive'],
  returned: ['send', 'receive', 'review', 'return'],
  accepted: ['send', 'receive', 'review', 'accept'],
  declined: ['send', 'receive', 'review', 'decline'],
  withdrawn: ['send', 'receive', 'review'],
  drafted: [],
  unlucky: ['send', 'receive', 'review'],
}

async function makeCase(
  needs: Needs,
  { sender, receiver }: Record<Who, Acting<PostCapacity>>,
  agreement: string,
  name: CaseName,
  firmName: string,
): Promise<{ id: string; number: string }> {
  const firm = await firmThatCompleted(needs.database, firmName)
  const daysAgo = { late: 18, sent: 3 }[name as string] ?? 7
  const then = <A extends Acting>(who: A): A => ({ ...who, on: addDays(day, -daysAgo) })
  const done = await draftReferral(needs, then(sender), {
    agreement,
    firm: firm.capacity.firm,
    reason: '자동화 다음 단계로 잇기 위해',
  })
  if (done.is !== 'drafted') throw new Error(`${name}: ${done.is}`)
  const { referral: id, number } = done
  if (name === 'drafted') return { id, number }
  if (name === 'another') {
    const content = new TextEncoder().encode('설비,대수\n프레스,3\n')
    const brought = await bringPaper(needs, firm, { kind: 'equipment-list', name: '설비 목록.csv', content })
    if (brought.is !== 'brought') throw new Error(JSON.stringify(brought))
  }
  const asked = await askConsent(needs, then(firm), id, { language: 'ko' })
  if (asked.is !== 'asked') throw new Error(asked.is)
  const given = await giveConsent(needs, then(firm), id, {
    language: 'ko',
    until: '2026-12-31',
    facts: asked.consents[0]!.facts.filter(fact => name !== 'another' || fact !== 'founded'),
    participations: true,
    papers: asked.consents.flatMap(({ papers }) => papers.map(paper => paper.id)),
    outcome: true,
    changed: 1,
  })
  if (given.is !== 'moved') throw new Error(`${name}: ${given.is}`)
  for (const move of steps[name]) {
    const who = then(move === 'send' ? sender : receiver)
    const read = await readReferral(needs, who, id)
    const moved = await moveReferral(needs, who, id, {
      move: move as 'send',
      changed: read.is === 'found' ? read.case.changed : 1,
      ...(move === 'return' && { reason: 'paper-missing', note: '최근 재무제표를 더해 주세요.' }),
      ...(move === 'decline' && { reason: 'places-full' }),
    })
    if (moved.is !== 'moved') throw new Error(`${name}, ${move}: ${JSON.stringify(moved)}`)
  }
  if (name === 'withdrawn') {
    const read = await readReferral(needs, firm, id)
    if (read.is !== 'found') throw new Error(read.is)
    await withdrawConsent(needs, firm, read.case.consents.find(({ kind }) => kind === 'hand-off')!.id)
  }
  return { id, number }
}

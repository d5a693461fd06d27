/** Firms whose people sign in: one that is asked for its consent, others in every state that a page has to show. */
import { addDays } from '@ieum/catalogue/days'
import type { createSignIn } from '@ieum/server'
import {
  type Acting,
  askConsent,
  bringPaper,
  draftReferral,
  enterFacts,
  type FirmCapacity,
  giveConsent,
  moveReferral,
  type OpenCatalogue,
  type PostCapacity,
  readDossier,
  readReferral,
  recordFacts,
  type Signer,
} from '@ieum/services'
import { acting, addParticipation, inTheHouse } from '@ieum/services/testing'
import type { Database, PaperStore } from '@ieum/storage'
import { day } from './desk-day.ts'
import type { DeskWorld, Who } from './desk-world.ts'

export interface FirmPerson {
  readonly firm: string
  readonly cookie: string
}

export const firmCases = ['asked', 'refusing', 'sent', 'leaving', 'returned', 'declined', 'completed'] as const
export type FirmCase = (typeof firmCases)[number]

export interface FirmWorld {
  /** Each with one referral that stands as its name says; `empty` has nothing yet. */
  readonly members: Readonly<Record<FirmCase | 'empty', FirmPerson>>
  readonly referrals: Readonly<Record<FirmCase, string>>
  /** Whom the firm that is asked lets act for it. */
  readonly adviser: FirmPerson
  /** Who acts for no firm. */
  readonly nobody: { readonly cookie: string }
  readonly numbers: Readonly<Record<FirmCase | 'empty', string>>
}

interface Needs {
  readonly database: Database
  readonly catalogue: OpenCatalogue
  readonly signer: Signer
  readonly papers: PaperStore
}

interface Place {
  readonly signIn: ReturnType<typeof createSignIn>
  readonly address: string
  readonly world: DeskWorld
}

const password = 'a long enough password'
const names: Readonly<Record<FirmCase | 'empty', string>> = {
  asked: '경북예시주물',
  refusing: '예시단조',
  sent: '예시금형',
  leaving: '예시용접',
  returned: '예시표면',
  declined: '예시열처리',
  completed: '예시정밀',
  empty: '예시신생',
}

export async function makeFirmWorld(needs: Needs, place: Place): Promise<FirmWorld> {
  const sender = await officer(needs, place, 'sender', 'tipa')
  const receiver = await officer(needs, place, 'receiver', 'kpic')
  const members = {} as Record<FirmCase | 'empty', FirmPerson>
  const referrals = {} as Record<FirmCase, string>
  const numbers = {} as Record<FirmCase | 'empty', string>
  for (const [index, name] of [...firmCases, 'empty' as const].entries()) {
    const number = `88${String(index).padStart(8, '0')}`
    const firm = await addFirm(needs, place, { name: names[name], number, email: `${name}@firm.example` })
    members[name] = { firm: firm.acting.capacity.firm, cookie: firm.cookie }
    numbers[name] = number
    if (name === 'empty') continue
    await tellDossier(needs, firm.acting)
    referrals[name] = await handOn(needs, { sender, receiver, firm: firm.acting }, place.world.agreement, name)
  }
  await disagree(needs, receiver, members.sent.firm)
  const adviser = await person(place, 'adviser@firm.example', '조언자')
  await inTheHouse(needs.database, tx =>
    tx
      .insertInto('firm_member')
      .values({ firm_id: members.asked.firm, person_id: adviser.id, kind: 'adviser' })
      .execute(),
  )
  const nobody = await person(place, 'nobody@firm.example', '새사람')
  return {
    members,
    referrals,
    numbers,
    adviser: { firm: members.asked.firm, cookie: adviser.cookie },
    nobody: { cookie: nobody.cookie },
  }
}

async function officer({ database }: Needs, { world }: Place, who: Who, agency: string) {
  const { post } = world.people[who]
  const { person_id } = await inTheHouse(database, tx =>
    tx.selectFrom('post_holder').select('person_id').where('post_id', '=', post).executeTakeFirstOrThrow(),
  )
  return acting({ id: person_id, name: who, email: `${who}@agency.example`, locale: 'ko', secondFactor: true }, {
    is: 'post',
    post,
    agency,
    role: 'desk-officer',
    programmes: [],
  } satisfies PostCapacity)
}

async function person({ signIn, address }: Place, email: string, name: string) {
  const seeded = await signIn.seedPerson({ email, name, password })
  if (seeded.is === 'no demonstration') throw new Error(seeded.is)
  const reply = await fetch(`${address}/api/sign-in/password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email, password }),
  })
  if (!reply.ok) throw new Error(`${email}: ${await reply.text()}`)
  const cookie = reply.headers
    .getSetCookie()
    .map(set => set.split(';')[0]!)
    .find(pair => pair.includes('session_token='))!
  return { id: seeded.id, cookie }
}

async function addFirm(needs: Needs, place: Place, of: { name: string; number: string; email: string }) {
  const { id, cookie } = await person(place, of.email, `${of.name} 대표`)
  const firm = await inTheHouse(needs.database, async tx => {
    const { id: firm } = await tx
      .insertInto('firm')
      .values({ number: of.number, name_ko: of.name })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx.insertInto('firm_member').values({ firm_id: firm, person_id: id, kind: 'member' }).execute()
    return firm
  })
  const capacity: FirmCapacity = { is: 'firm', firm, role: 'firm-member' }
  return {
    cookie,
    acting: acting({ id, name: of.name, email: of.email, locale: 'ko', secondFactor: false }, capacity),
  }
}

/** Facts, support received and papers, told a month before. */
async function tellDossier(needs: Needs, firm: Acting<FirmCapacity>): Promise<void> {
  const then = { ...firm, on: addDays(day, -30) }
  const told = await enterFacts(needs, then, {
    facts: Object.entries({ root_industry: true, founded: '1988-03-02', employees: 32, region: '경상북도' }).map(
      ([name, value]) => ({ name, value, asOf: then.on }),
    ),
    declares: { standard: then.on },
  })
  if (told.is !== 'entered') throw new Error(JSON.stringify(told))
  await addParticipation(needs.database, firm.capacity.firm, {
    agency: 'tipa',
    programme: 'mss-automation-process',
    on: '2026-04-10',
  })
  for (const [kind, name] of [
    ['business-registration', '사업자등록증.txt'],
    ['financial-statement', '재무제표.csv'],
  ] as const) {
    const content = new TextEncoder().encode(`${name},${firm.capacity.firm}\n`)
    const brought = await bringPaper(needs, then, { kind, name, content })
    if (brought.is !== 'brought') throw new Error(JSON.stringify(brought))
  }
}

/** What the receiving agency looked up says otherwise. */
async function disagree(needs: Needs, receiver: Acting<PostCapacity>, firm: string): Promise<void> {
  await readDossier(needs, receiver, firm, { reason: '요건을 확인하려고' })
  const recorded = await recordFacts(needs, receiver, firm, {
    source: 'registry',
    sourceName: '고용보험',
    facts: [{ name: 'employees', value: 29, asOf: addDays(day, -10) }],
  })
  if (recorded.is !== 'entered') throw new Error(JSON.stringify(recorded))
}

const steps: Readonly<Record<FirmCase, readonly string[]>> = {
  asked: [],
  refusing: [],
  sent: ['send', 'receive', 'review'],
  leaving: ['send', 'receive'],
  returned: ['send', 'receive', 'review', 'return'],
  declined: ['send', 'receive', 'review', 'decline'],
  completed: ['send', 'receive', 'review', 'accept', 'enrol', 'complete'],
}

interface Hands {
  readonly sender: Acting<PostCapacity>
  readonly receiver: Acting<PostCapacity>
  readonly firm: Acting<FirmCapacity>
}

async function handOn(needs: Needs, { sender, receiver, firm }: Hands, agreement: string, name: FirmCase) {
  const then = <A extends Acting>(who: A): A => ({ ...who, on: addDays(day, -5) })
  const drafted = await draftReferral(needs, then(sender), {
    agreement,
    firm: firm.capacity.firm,
    reason: '자동화 다음 단계로 잇기 위해',
  })
  if (drafted.is !== 'drafted') throw new Error(`${name}: ${drafted.is}`)
  const id = drafted.referral
  if (steps[name].length === 0) return id
  const asked = await askConsent(needs, then(firm), id, { language: 'ko' })
  if (asked.is !== 'asked') throw new Error(asked.is)
  const [handOff] = asked.consents
  const given = await giveConsent(needs, then(firm), id, {
    language: 'ko',
    until: '2026-12-31',
    facts: [...handOff!.facts],
    participations: true,
    papers: asked.consents.flatMap(({ papers }) => papers.map(({ id }) => id)),
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
  return id
}

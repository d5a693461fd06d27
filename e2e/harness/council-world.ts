/** A council of two ministries that has sat once: a decision and the one in its place, an action that is late and one that is not. */
import {
  type Acting,
  foundCouncil,
  moveSession,
  type OpenCatalogue,
  type PostCapacity,
  planSession,
  putOnAgenda,
  readCouncil,
  readSession,
  type SessionMoveAsked,
  takeDecision,
} from '@ieum/services'
import { acting, inTheHouse } from '@ieum/services/testing'
import type { Database, Role } from '@ieum/storage'
import { addPost, password, type SignIn, signedIn } from './desk-world.ts'

const posts = {
  keeper: { agency: 'mss', role: 'secretary', name: '문간사', post: ['협의회 간사', 'Council secretary'] },
  proposer: {
    agency: 'mss',
    role: 'programme-owner',
    name: '조제안',
    post: ['제조혁신과 담당', 'Manufacturing owner'],
  },
  answerer: { agency: 'motie', role: 'programme-owner', name: '유답변', post: ['소부장과 담당', 'Materials owner'] },
  manager: { agency: 'motie', role: 'agency-administrator', name: '기관리', post: ['기관 관리', 'Administration'] },
  reader: { agency: 'motie', role: 'auditor', name: '감읽기', post: ['감사 담당', 'Auditor'] },
} as const satisfies Record<string, { agency: string; role: Role; name: string; post: readonly [string, string] }>

export type CouncilWho = keyof typeof posts

export interface CouncilWorld {
  readonly id: string
  readonly people: Readonly<Record<CouncilWho, { readonly post: string; readonly cookie: string }>>
  /** Ids of the tasks of the catalogue, by their codes. */
  readonly tasks: Readonly<Record<string, string>>
}

interface Needs {
  readonly database: Database
  readonly catalogue: OpenCatalogue
}

/** The day of its one sitting. */
const sat = '2026-05-04'

export async function makeCouncilWorld(
  needs: Needs,
  { signIn, address, agreement }: { signIn: SignIn; address: string; agreement: string },
): Promise<CouncilWorld> {
  const people = {} as Record<CouncilWho, { post: string; cookie: string }>
  const officers = {} as Record<CouncilWho, Acting<PostCapacity>>
  for (const [who, of] of Object.entries(posts) as [CouncilWho, (typeof posts)[CouncilWho]][]) {
    const email = `${who}@council.example`
    const totpSecret = `${who}-authenticator-secret`
    const seeded = await signIn.seedPerson({ email, name: of.name, password, totpSecret })
    if (seeded.is === 'no demonstration') throw new Error(seeded.is)
    const post = await addPost(needs.database, of, seeded.id)
    people[who] = { post, cookie: await signedIn(address, email, totpSecret, who) }
    const person = { id: seeded.id, name: of.name, email, locale: 'ko', secondFactor: true } as const
    const capacity = { is: 'post', post, agency: of.agency, role: of.role, programmes: [] } as const
    officers[who] = { ...acting(person, capacity), on: sat }
  }
  const id = 'mss-motie'
  const { keeper } = officers
  expectIs('founded', await foundCouncil(needs, keeper, id))
  const read = expectIs('found', await readCouncil(needs, keeper, id))
  const tasks = Object.fromEntries(read.council.tasks.map(task => [task.code, task.id]))
  await sit(needs, officers, id, tasks.T7!)
  // What was sent along this link is what the figures of the task count.
  await inTheHouse(needs.database, tx =>
    tx.updateTable('link_agreement').set({ council_task: 'T7' }).where('id', '=', agreement).execute(),
  )
  return { id, people, tasks }
}

async function sit(
  needs: Needs,
  { keeper, proposer, answerer }: Record<CouncilWho, Acting<PostCapacity>>,
  council: string,
  task: string,
): Promise<void> {
  const timed = { ...needs, timeZone: 'Asia/Seoul', now: new Date(`${sat}T01:30:00Z`) }
  const plan = { on: sat, begins: '10:30', place: '세종' }
  const { session } = expectIs('planned', await planSession(needs, keeper, council, plan))
  const about = { kind: 'task', title: '뿌리업종 협력', minutes: 30, task, proposal: '연계를 맺는다.' } as const
  const { item } = expectIs('put', await putOnAgenda(needs, keeper, session, about))
  const move = async (move: SessionMoveAsked['move']) => {
    const { changed } = expectIs('found', await readSession(timed, keeper, session)).session
    expectIs('moved', await moveSession(timed, keeper, { session, move, changed }))
  }
  await move('call')
  // All at once: nineteen seats one by one would be waited for by every test of the desk.
  await inTheHouse(needs.database, tx =>
    tx.updateTable('attendance').set({ state: 'present' }).where('session_id', '=', session).execute(),
  )
  await move('open')
  const actions = [
    { title: '안내문을 고친다', ownerPost: proposer.capacity.post, due: '2026-05-20', proofWanted: '고친 안내문' },
    { title: '협약 초안을 낸다', ownerPost: answerer.capacity.post, due: '2026-06-20', proofWanted: '협약 초안' },
  ]
  const first = { item, text: '두 기관이 반기마다 점검한다.', textEn: 'Both look at it twice a year.', actions }
  const { decision } = expectIs('taken', await takeDecision(needs, keeper, first))
  expectIs(
    'taken',
    await takeDecision(needs, keeper, { item, text: '두 기관이 분기마다 점검한다.', supersedes: decision }),
  )
}

function expectIs<O extends { readonly is: string }, Is extends O['is']>(
  is: Is,
  outcome: O,
): Extract<O, { readonly is: Is }> {
  if (outcome.is !== is) throw new Error(`not ${is}: ${JSON.stringify(outcome)}`)
  return outcome as Extract<O, { readonly is: Is }>
}

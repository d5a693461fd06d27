/** Two agencies with every role, a stranger and some firms, asked over the web API; who did what is drawn from a seeded stream. */
import { createApp, workHere } from '@ieum/server'
import {
  type Acting,
  bringPaper,
  type FirmCapacity,
  type OpenCatalogue,
  type Person,
  type PostCapacity,
} from '@ieum/services'
import {
  addAgreedLink,
  addFirm,
  addOfficer,
  addParticipation,
  inTheHouse,
  on,
  pdf,
  sealer,
} from '@ieum/services/testing'
import type { Database, PaperStore, Role } from '@ieum/storage'
import { anySigner } from './hand-on.ts'

export const place = '203.0.113.9'

const roles: readonly Role[] = [
  'desk-officer',
  'programme-owner',
  'approver',
  'agency-administrator',
  'secretary',
  'auditor',
]

export interface OfficeWorld {
  readonly database: Database
  readonly link: string
  readonly posts: readonly Acting<PostCapacity>[]
  readonly firms: readonly FirmIn[]
  readonly ask: (asked: Request) => Promise<Reply>
}

export interface FirmIn {
  readonly acting: Acting<FirmCapacity>
  readonly id: string
  readonly number: string
  readonly name: string
  readonly paper: string
}

interface Request {
  readonly person: Person
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly body?: unknown
}

export interface Reply {
  readonly status: number
  readonly text: string
}

export async function makeOffice(
  database: Database,
  catalogue: OpenCatalogue,
  papers: PaperStore,
  today: () => string = () => on,
): Promise<OfficeWorld> {
  const link = await addAgreedLink(database, { accepts: ['root'] })
  const posts: Acting<PostCapacity>[] = []
  for (const agency of [link.fromAgency, link.toAgency])
    for (const role of roles) posts.push(await addOfficer(database, agency, role))
  posts.push(await addOfficer(database, 'kosmes', 'desk-officer'))
  const firms: FirmIn[] = []
  for (const index of [1, 2, 3, 4, 5, 6]) {
    const name = `감시등불 ${index}호`
    const acting = await addFirm(database, { name })
    const id = acting.capacity.firm
    await addParticipation(database, id, { agency: link.fromAgency, programme: link.fromProgramme })
    const brought = await bringPaper({ database, papers }, acting, {
      kind: 'plan',
      name: '계획.pdf',
      content: new Uint8Array(pdf()),
    })
    if (brought.is !== 'brought') throw new Error(JSON.stringify(brought))
    const number = await inTheHouse(database, async tx => {
      await tx
        .insertInto('fact')
        .values({
          firm_id: id,
          name: 'root_industry',
          value: 'true',
          source: 'entered',
          source_name: 'firm',
          as_of: '2026-05-01',
          recorded_by: acting.person.id,
        })
        .execute()
      return (await tx.selectFrom('firm').select('number').where('id', '=', id).executeTakeFirstOrThrow()).number
    })
    firms.push({ acting, id, number, name, paper: brought.paper.id })
  }
  const people = new Map([...posts, ...firms.map(firm => firm.acting)].map(({ person }) => [person.id, person]))
  const plenty = { mostUnderWay: 1_000, ofOnePerson: { atOnce: 1_000_000, aSecond: 1_000_000 } }
  const shared = { catalogue, work: workHere(catalogue), today, report: () => undefined, crowd: plenty }
  const app = createApp({
    ...shared,
    desk: {
      ...shared,
      database,
      papers,
      signer: await anySigner(),
      sealer,
      personOf: async headers => people.get(headers.get('x-person') ?? '') ?? null,
    },
  })
  return {
    database,
    link: link.id,
    posts,
    firms,
    async ask({ person, method, path, body }) {
      const reply = await app.request(
        path,
        {
          method,
          headers: {
            'x-person': person.id,
            'sec-fetch-site': 'same-origin',
            ...(body !== undefined && { 'content-type': 'application/json' }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        },
        { incoming: { socket: { remoteAddress: place } } },
      )
      return { status: reply.status, text: await reply.text() }
    },
  }
}

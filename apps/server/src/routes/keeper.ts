/** What the command line asks the server that has the records open. The token stands in a file beside them. */
import { Readable } from 'node:stream'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { states } from '@ieum/desk'
import { shortestReason } from '@ieum/services'
import type { Context } from 'hono'
import { answer, done, json } from '../desk/described.ts'
import { notToBeKept } from '../desk/not-to-be-kept.ts'
import { CheckpointShape, TrailName } from '../desk/trail-shapes.ts'
import type { Needs } from '../needs.ts'
import { invalid, problem, problems } from '../problem.ts'
import { faulty } from './agreements.ts'
import { KnownInstallationsShape } from './installations.ts'

const tags = ['keeper']

const counts = createRoute({
  method: 'get',
  path: '/api/keeper/desk',
  tags,
  summary: 'How many referrals stand where',
  description: 'For the command line beside the server: the bearer token stands in `keeper-token` in IEUM_HOME.',
  responses: {
    200: answer(
      'Counts only',
      z
        .object({
          referrals: z.partialRecord(z.enum(states), z.int()),
          overdue: z.int(),
          firms: z.int(),
          agencies: z.int(),
          people: z.int(),
        })
        .openapi('DeskCounts'),
    ),
    ...problems(401),
  },
})

const AdministratorToName = z
  .strictObject({ agency: z.string().min(1).max(100), email: z.email().max(254) })
  .openapi('AdministratorToName')

const administrators = createRoute({
  method: 'post',
  path: '/api/keeper/administrators',
  tags,
  summary: 'Names the first administrator of an agency',
  request: { body: json(AdministratorToName) },
  responses: {
    200: answer('What came of it', done('appointed', 'invited', 'no such agency', 'has administrators')),
    ...problems(401, 422),
  },
})

const checkpoint = createRoute({
  method: 'get',
  path: '/api/keeper/checkpoint',
  tags,
  summary: 'Where every chain of the trails ends now: to be kept elsewhere',
  responses: { 200: answer('One file', CheckpointShape), ...problems(401) },
})

const TrailToTakeShape = z
  .strictObject({ trail: TrailName, reason: z.string().trim().min(shortestReason).max(500) })
  .openapi('TrailToTake')

const trail = createRoute({
  method: 'post',
  path: '/api/keeper/trail',
  tags,
  summary: 'A whole trail, of every agency and of the firms, as lines for the verifier',
  description: 'Asks what for; each agency finds it in its trail of changes.',
  request: { body: json(TrailToTakeShape) },
  responses: {
    200: { description: 'A line an entry', content: { 'application/jsonl': { schema: z.string() } } },
    ...problems(401, 422),
  },
})

const ProofsAskedShape = z.strictObject({
  after: z.string().max(20).optional().openapi({ description: '`next` of the answer before' }),
})

const proofs = createRoute({
  method: 'post',
  path: '/api/keeper/proofs',
  tags,
  summary: 'Runs the proofs that were made here again, by the rules as they are now, some hundred at a time',
  description: 'Names cases by their number and rules by their id; of a firm nothing is told.',
  request: { body: json(ProofsAskedShape) },
  responses: {
    200: answer(
      'How many are the same, and which are not',
      z
        .object({
          proofs: z.int(),
          same: z.int(),
          found: z.array(
            z.object({
              number: z.string(),
              on: z.string(),
              programme: z.string(),
              edition: z.string().nullable(),
              is: z.enum(['same', 'rules changed', 'answered otherwise', 'programme gone', 'not known']),
              rules: z.array(z.object({ rule: z.string(), is: z.enum(['changed since', 'gone since', 'new since']) })),
              otherwise: z.array(z.string()),
            }),
          ),
          next: z.string().nullable().openapi({ description: 'Go on with `after`; null at the end' }),
        })
        .openapi('ProofsAgain'),
    ),
    ...problems(401, 422),
  },
})

const installations = createRoute({
  method: 'get',
  path: '/api/keeper/installations',
  tags,
  summary: 'Other installations that are known here',
  responses: { 200: answer('By their names', KnownInstallationsShape), ...problems(401) },
})

const InstallationToKnowShape = z
  .strictObject({
    id: z.string().max(100),
    name: z.string().max(100),
    baseUrl: z.string().max(300),
    publicKey: z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string().length(43) }),
    agencies: z.array(z.string().min(1).max(100)).min(1).max(500),
    oldKeyUntil: z.iso.date(),
  })
  .openapi('InstallationToKnow')

const know = createRoute({
  method: 'post',
  path: '/api/keeper/installations',
  tags,
  summary: 'Makes another installation known, or its new key: after a person has compared the fingerprint',
  request: { body: json(InstallationToKnowShape) },
  responses: {
    200: answer(
      'What came of it',
      z.object({
        is: z.enum(['known', 'wrong', 'spoken for already']),
        id: z.string().optional(),
        agencies: z.array(z.string()).optional(),
        agenciesHere: z.array(z.string()).optional(),
        fields: z.array(z.object({ field: z.string(), wrong: z.string() })).optional(),
      }),
    ),
    ...problems(401, 422),
  },
})

const InstallationToRemove = z.strictObject({ id: z.string().min(1).max(100) }).openapi('InstallationToRemove')

const removal = createRoute({
  method: 'post',
  path: '/api/keeper/installations/removal',
  tags,
  summary: 'Nothing goes to an installation any more, and nothing is taken from it',
  request: { body: json(InstallationToRemove) },
  responses: {
    200: answer(
      'What came of it',
      z.object({ is: z.enum(['removed', 'no such installation']), underWay: z.int().optional() }),
    ),
    ...problems(401, 422),
  },
})

export function keeperRoutes(app: OpenAPIHono, { keeper }: Needs): void {
  app.openAPIRegistry.registerPath(counts)
  app.openAPIRegistry.registerPath(administrators)
  app.openAPIRegistry.registerPath(checkpoint)
  app.openAPIRegistry.registerPath(trail)
  for (const route of [proofs, installations, know, removal]) app.openAPIRegistry.registerPath(route)
  const asKeeper = (c: Context) =>
    keeper?.isToken(/^Bearer (.{1,200})$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '') ? keeper : undefined
  const notTheKeeper = (c: Context) =>
    problem(c, { status: 401, title: 'Only the command line beside the server is answered here' })

  app.get(counts.path, async c => {
    c.header('cache-control', 'no-store')
    const desk = asKeeper(c)
    return desk ? c.json(await desk.counts()) : notTheKeeper(c)
  })
  app.post(administrators.path, async c => {
    const desk = asKeeper(c)
    if (!desk) return notTheKeeper(c)
    const read = await readBody(c, AdministratorToName)
    return read.success ? c.json(await desk.firstAdministrator(read.data)) : invalid(c, read.error)
  })
  app.get(checkpoint.path, async c => {
    c.header('cache-control', 'no-store')
    const desk = asKeeper(c)
    return desk ? c.json(await desk.checkpoint()) : notTheKeeper(c)
  })
  app.post(trail.path, async c => {
    const desk = asKeeper(c)
    if (!desk) return notTheKeeper(c)
    const read = await readBody(c, TrailToTakeShape)
    if (!read.success) return invalid(c, read.error)
    const taken = await desk.takeTrail(read.data)
    if (taken.is === 'faulty') return faulty(c, taken.fields)
    return c.body(Readable.toWeb(Readable.from(inBytes(taken.lines))) as ReadableStream, 200, {
      'content-type': 'application/jsonl',
    })
  })
  app.post(proofs.path, async c => {
    const desk = asKeeper(c)
    if (!desk) return notTheKeeper(c)
    const read = await readBody(c, ProofsAskedShape)
    return read.success ? c.json(await desk.runProofsAgain(read.data.after)) : invalid(c, read.error)
  })
  app.get(installations.path, async c => {
    c.header('cache-control', 'no-store')
    const desk = asKeeper(c)
    return desk ? c.json({ installations: await desk.installations() }) : notTheKeeper(c)
  })
  app.post(know.path, async c => {
    const desk = asKeeper(c)
    if (!desk) return notTheKeeper(c)
    const read = await readBody(c, InstallationToKnowShape)
    return read.success ? c.json(await desk.knowInstallation(read.data)) : invalid(c, read.error)
  })
  app.post(removal.path, async c => {
    const desk = asKeeper(c)
    if (!desk) return notTheKeeper(c)
    const read = await readBody(c, InstallationToRemove)
    return read.success ? c.json(await desk.removeInstallation(read.data.id)) : invalid(c, read.error)
  })
}

async function readBody<T>(c: Context, schema: z.ZodType<T>) {
  const read = schema.safeParse(await c.req.json().catch(() => undefined))
  const issues = read.success ? notToBeKept(read.data) : []
  return issues.length > 0 ? ({ success: false, error: { issues } } as const) : read
}

/** Several lines at a time: a chunk for each would take most of the time. */
async function* inBytes(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let some = ''
  for await (const line of lines) {
    some += `${line}\n`
    if (some.length < 65_536) continue
    yield encoder.encode(some)
    some = ''
  }
  yield encoder.encode(some)
}

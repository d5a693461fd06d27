/** What this installation says of itself to others, and which others are known here. */
import { createRoute, z } from '@hono/zod-openapi'
import { describeInstallation, readInstallations } from '@ieum/services'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'

const DescriptionShape = z
  .object({
    is: z.literal('ieum installation'),
    version: z.literal(1),
    installation: z.string(),
    agencies: z.array(z.string()),
    keys: z.array(
      z.object({
        kty: z.literal('OKP'),
        crv: z.literal('Ed25519'),
        x: z.string(),
        use: z.enum(['now', 'next']).openapi({ description: '`now` signs, `next` will' }),
      }),
    ),
  })
  .openapi('InstallationDescription')

const describe = createRoute({
  method: 'get',
  path: '/.well-known/ieum.json',
  tags: ['exchange'],
  summary: 'Name, agencies and keys of this installation, for others that hand firms to it',
  description: 'Nothing in it is to be believed before a person has compared the fingerprint of the key by telephone.',
  responses: {
    200: {
      description: 'As it is now',
      content: { 'application/json': { schema: DescriptionShape } },
    },
    ...problems(404),
  },
})

export const KnownInstallationsShape = z
  .object({
    installations: z.array(
      z
        .object({
          id: z.string(),
          name: z.string(),
          baseUrl: z.string(),
          agencies: z.array(z.string()),
          knownSince: z.iso.datetime(),
          fingerprint: z.string().openapi({ example: '1f2e 3d4c 5b6a 7980 1f2e 3d4c 5b6a 7980 1f2e 3d4c' }),
          formerKeys: z.array(z.object({ fingerprint: z.string(), until: z.iso.date() })),
          waiting: z.int(),
          lastHeard: z.iso.datetime().nullable(),
        })
        .openapi('KnownInstallation'),
    ),
  })
  .openapi('KnownInstallations')

const known = createRoute({
  method: 'get',
  path: '/api/posts/{post}/installations',
  tags: ['agency'],
  summary: 'Other installations that firms are handed to and come from; made known at the command line',
  request: { params: z.object({ post: Id }) },
  responses: {
    200: { description: 'By their names', content: { 'application/json': { schema: KnownInstallationsShape } } },
    ...problems(401, 403, 404),
  },
})

export function installationRoutes(app: DeskApp, needs: DeskNeeds): void {
  answers(app, describe, async c => {
    const { installation, signer } = needs
    c.header('cache-control', 'no-store')
    if (installation === undefined)
      return problem(c, {
        status: 404,
        code: 'no-installation-name',
        title: 'This installation has no name',
        detail: 'Whoever runs it gives one by IEUM_INSTALLATION.',
      })
    const next = await needs.nextKey?.()
    return c.json(await describeInstallation(needs, { installation, now: signer.publicJwk, next }), 200)
  })
  answers(app, known, async c => {
    const outcome = await readInstallations(needs, c.get('post'))
    return outcome.is === 'read' ? c.json({ installations: outcome.installations } as never, 200) : nothingHere(c)
  })
}

/** An installation with everything it can have, in this process, to be asked by whoever the header `x-person` names. */
import { createApp, createSignIn, type SignIn, workHere } from '@ieum/server'
import { type Scene, sceneOf } from '@ieum/server/testing/access'
import {
  appointFirstAdministrator,
  checkpointFile,
  countDesk,
  knowInstallation,
  listInstallations,
  newSigningKey,
  type Person,
  removeInstallation,
  runProofsAgain,
  signerOf,
  takeTrail,
} from '@ieum/services'
import { addPerson, koreanCatalogue, on, sealer } from '@ieum/services/testing'
import type { Database, PaperScanner, PaperStore } from '@ieum/storage'
import { type Description, descriptionOf } from './openapi/operations.ts'

export const keeperToken = 'the token of the keeper'
const password = 'a long enough password'

export interface HostileApp {
  readonly app: ReturnType<typeof createApp>
  readonly description: Description
  /** Whoever is in here may ask. */
  readonly people: Map<string, Person>
  /** A session of somebody who holds nothing, as its cookie. */
  readonly cookie: string
  /** Faults of the server, as they would have been written down. */
  readonly reported: Error[]
  readonly signIn: SignIn
  /** What would have been sent by mail. */
  readonly letters: string[]
  scene(relation: Scene['relation']): Promise<Scene>
}

export async function hostileApp(database: Database, papers: PaperStore, scanner?: PaperScanner): Promise<HostileApp> {
  const catalogue = await koreanCatalogue()
  const people = new Map<string, Person>()
  const reported: Error[] = []
  const letters: string[] = []
  const signer = await signerOf(await newSigningKey())
  const endless = { atOnce: 1e9, aSecond: 1e9 }
  const shared = {
    catalogue,
    work: workHere(catalogue),
    today: () => on,
    report: (error: Error) => void reported.push(error),
    crowd: { mostUnderWay: 48, ofOnePerson: endless },
  }
  const signIn = createSignIn({
    kysely: database.kysely,
    secret: 'a secret of more than thirty-two signs',
    baseUrl: 'http://localhost',
    mail: async letter => void letters.push(letter.text),
    demonstration: true,
    report: shared.report,
  })
  const email = 'somebody@demonstration.invalid'
  await signIn.seedPerson({ email, name: '아무개', password })
  const session = (headers: Headers, address: string) =>
    signIn.ask({ path: '/sign-in/email', body: { email, password }, headers, address, withoutSession: true })
  const app = createApp({
    ...shared,
    signIn,
    recordsAnswer: async () => true,
    demonstration: {
      roles: [{ as: 'somebody', name: '아무개', role: 'firm-member' }],
      signInAs: async (as, { headers, address }) => (as === 'somebody' ? session(headers, address) : undefined),
    },
    keeper: {
      isToken: text => text === keeperToken,
      counts: () => countDesk({ database }, on),
      firstAdministrator: of => appointFirstAdministrator({ database, catalogue }, on, of),
      checkpoint: () => checkpointFile({ database }, on),
      takeTrail: asked => takeTrail({ database }, on, asked),
      runProofsAgain: () => runProofsAgain({ database, catalogue }),
      installations: () => listInstallations({ database }, on),
      knowInstallation: told => knowInstallation({ database }, told),
      removeInstallation: id => removeInstallation({ database }, id),
      close: () => {},
    },
    desk: {
      ...shared,
      database,
      signer,
      sealer,
      papers,
      ...(scanner && { scanner }),
      personOf: async headers => people.get(headers.get('x-person') ?? '') ?? null,
      installation: 'here',
    },
  })
  const [cookie = ''] = (await session(new Headers(), '192.0.2.1')).headers.getSetCookie()
  return {
    app,
    description: await descriptionOf(app),
    people,
    cookie: cookie.split(';')[0]!,
    reported,
    signIn,
    letters,
    async scene(relation) {
      const scene = await sceneOf({ database, catalogue, papers }, relation)
      const everybody = [...scene.officers, scene.member, scene.adviser].map(({ person }) => person)
      for (const person of [...everybody, await addPerson(database, '지나가는 이')]) people.set(person.id, person)
      return scene
    },
  }
}

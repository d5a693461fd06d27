/**
 * Whoever keeps the installation, at its command line. Only one program may have the folder of the records open, so the command line asks
 * the server that has; a token in a file that only the folder's owner reads shows that it may.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Day } from '@ieum/catalogue/records'
import {
  appointFirstAdministrator,
  type CheckpointFile,
  checkpointFile,
  countDesk,
  type DeskCounts,
  type FirstAdministrator,
  type InstallationKnown,
  type InstallationRemoved,
  type KnownInstallation,
  knowInstallation,
  listInstallations,
  type OpenCatalogue,
  type ProofsAgain,
  removeInstallation,
  runProofsAgain,
  type TrailTaken,
  type TrailToTake,
  takeTrail,
} from '@ieum/services'
import { type Database, whoHolds } from '@ieum/storage'
import { openRecords } from './open-records.ts'
import type { Refusing, Settings } from './settings.ts'

export interface AgencyToStart {
  readonly agency: string
  readonly email: string
}

/** What the keeper may ask, whoever answers. */
export interface KeeperDesk {
  counts(): Promise<DeskCounts>
  firstAdministrator(of: AgencyToStart): Promise<FirstAdministrator>
  checkpoint(): Promise<CheckpointFile>
  takeTrail(asked: TrailToTake): Promise<TrailTaken>
  runProofsAgain(after?: string): Promise<ProofsAgain>
  installations(): Promise<readonly KnownInstallation[]>
  knowInstallation(told: InstallationToKnow): Promise<InstallationKnown>
  removeInstallation(id: string): Promise<InstallationRemoved>
}

/** Its key was compared by a person. */
export interface InstallationToKnow {
  readonly id: string
  readonly name: string
  readonly baseUrl: string
  readonly publicKey: { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string }
  readonly agencies: readonly string[]
  /** The last day on which a key before this one is believed. */
  readonly oldKeyUntil: Day
}

export interface Keeper extends KeeperDesk {
  isToken(text: string): boolean
  close(): void
}

interface KeeperNeeds {
  readonly database: Database
  /** As its files have it, without what was agreed here. Read only when it is needed: counting needs none. */
  readonly catalogue: () => Promise<OpenCatalogue>
  readonly today: () => Day
}

const tokenFile = (home: string) => join(home, 'keeper-token')

const deskOf = ({ database, catalogue, today }: KeeperNeeds): KeeperDesk => ({
  counts: () => countDesk({ database }, today()),
  firstAdministrator: async of => appointFirstAdministrator({ database, catalogue: await catalogue() }, today(), of),
  checkpoint: () => checkpointFile({ database }, today()),
  takeTrail: asked => takeTrail({ database }, today(), asked),
  runProofsAgain: async after => runProofsAgain({ database, catalogue: await catalogue() }, after),
  installations: () => listInstallations({ database }, today()),
  knowInstallation: told => knowInstallation({ database }, told),
  removeInstallation: id => removeInstallation({ database }, id),
})

/** A new token at each start; it goes when the server does. */
export function openKeeper(home: string, needs: KeeperNeeds): Keeper {
  const token = randomBytes(32).toString('base64url')
  const file = tokenFile(home)
  const unfinished = `${file}.new`
  rmSync(unfinished, { force: true })
  writeFileSync(unfinished, token, { mode: 0o600, flag: 'wx' })
  chmodSync(unfinished, 0o600)
  renameSync(unfinished, file)
  return {
    ...deskOf(needs),
    isToken: text => Buffer.byteLength(text) === token.length && timingSafeEqual(Buffer.from(text), Buffer.from(token)),
    close: () => rmSync(file, { force: true }),
  }
}

export type AtKeepersDesk<T> = { readonly is: 'answered'; readonly answer: T } | Refusing

/** For the command line: through the server that has the records open, or by opening them for a moment. */
export async function atKeepersDesk<T>(
  settings: Settings,
  needs: Omit<KeeperNeeds, 'database'>,
  ask: (desk: KeeperDesk) => Promise<T>,
): Promise<AtKeepersDesk<T>> {
  const holder = 'folder' in settings.where ? await whoHolds(settings.where.folder) : undefined
  if (holder && !holder.address)
    return {
      is: 'refused',
      why: `${settings.home} is used by process ${holder.pid}, which does not answer yet: try again in a moment`,
    }
  if (holder?.address) {
    try {
      return {
        is: 'answered',
        answer: await ask(deskBehind(holder.address, readFileSync(tokenFile(settings.home), 'utf8'))),
      }
    } catch (error) {
      if (error instanceof ServerRefused)
        return { is: 'refused', why: `${holder.address}: the server says no: ${error.message}` }
      return { is: 'refused', why: `${holder.address}: the server did not answer: ${(error as Error).message}` }
    }
  }
  // Whoever asks from another folder would be answered from new and empty records.
  if ('folder' in settings.where && !existsSync(join(settings.where.folder, 'postgres')))
    return {
      is: 'refused',
      why: `${settings.where.folder}: there are no records: say where they are by IEUM_HOME or DATABASE_URL, or begin them with ieum serve`,
    }
  const opened = await openRecords(settings)
  if (opened.is === 'refused') return opened
  const { database } = opened
  try {
    return { is: 'answered', answer: await ask(deskOf({ ...needs, database })) }
  } finally {
    await opened.database.close()
  }
}

class ServerRefused extends Error {}

async function refusalOf(answer: Response): Promise<ServerRefused> {
  const said = (await answer.json().catch(() => ({}))) as {
    readonly title?: string
    readonly fields?: readonly { readonly field: string; readonly wrong: string }[]
  }
  const fields = (said.fields ?? []).map(({ field, wrong }) => `${field.slice(1)}: ${wrong}`)
  return new ServerRefused([said.title ?? `${answer.status}`, ...fields].join('; '))
}

function deskBehind(address: string, token: string): KeeperDesk {
  const reply = async (path: string, body?: object, patience = 10_000): Promise<Response> => {
    const answer = await fetch(`${address}/api/keeper/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patience),
    })
    if (!answer.ok) throw await refusalOf(answer)
    return answer
  }
  const asked = async (path: string, body?: object) => (await reply(path, body)).json()
  return {
    counts: () => asked('desk') as Promise<DeskCounts>,
    firstAdministrator: of => asked('administrators', of) as Promise<FirstAdministrator>,
    checkpoint: () => asked('checkpoint') as Promise<CheckpointFile>,
    takeTrail: async asked => ({ is: 'taken', lines: linesIn((await reply('trail', asked, longestTrail)).body!) }),
    runProofsAgain: after => asked('proofs', { after }) as Promise<ProofsAgain>,
    installations: async () =>
      ((await asked('installations')) as { installations: readonly KnownInstallation[] }).installations,
    knowInstallation: told => asked('installations', told) as Promise<InstallationKnown>,
    removeInstallation: id => asked('installations/removal', { id }) as Promise<InstallationRemoved>,
  }
}

/** A million entries are told in less than a minute. */
const longestTrail = 600_000

async function* linesIn(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of body.pipeThrough(new TextDecoderStream() as never) as unknown as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    yield* lines
  }
  if (rest !== '') yield rest
}

/** A real PostgreSQL for tests: Debian's programs, a cluster of its own that is thrown away, reached by a socket only. */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { installFromSystem } from './system-packages.ts'

type Found = { readonly is: 'found'; readonly bin: string } | { readonly is: 'missing'; readonly why: string }

export interface Postgres {
  /** The directory of its socket, which stands for its host. */
  readonly host: string
  readonly port: number
  /** Of the postmaster, for tests that kill it. */
  pid(): number
  /** `user` is `postgres` (the superuser) or a role that was made; nobody needs a password. */
  url(database: string, user?: string): string
  stop(): Promise<void>
}

export interface PostgresOptions {
  /** Written through to the disk, as in production; else it is quick and loses everything when the machine stops. */
  readonly durable?: boolean
}

const versions = '/usr/lib/postgresql'
const port = 5432

/** The newest of the versions that the system has, or the folder named by `POSTGRES_BIN`. */
function findPostgres(): string | undefined {
  if (process.env.POSTGRES_BIN) return process.env.POSTGRES_BIN
  if (!existsSync(versions)) return undefined
  return readdirSync(versions)
    .sort((one, other) => Number(other) - Number(one))
    .map(version => join(versions, version, 'bin'))
    .find(bin => existsSync(join(bin, 'initdb')))
}

export function ensurePostgres(): Found {
  const found = findPostgres()
  if (found) return { is: 'found', bin: found }
  if (!installFromSystem('PostgreSQL', 'postgresql'))
    return {
      is: 'missing',
      why: 'There is no PostgreSQL, and it cannot be installed from here: install it, or name its programs in POSTGRES_BIN.',
    }
  const installed = findPostgres()
  return installed
    ? { is: 'found', bin: installed }
    : { is: 'missing', why: 'PostgreSQL could not be installed: see the lines above.' }
}

/** Throws when there is none or it does not start. It ends when this process does, however that ends. */
export async function startPostgres(options: PostgresOptions = {}): Promise<Postgres> {
  const found = ensurePostgres()
  if (found.is === 'missing') throw new Error(found.why)
  const user = serverUser()
  const folder = mkdtempSync(join(tmpdir(), 'ieum-postgres-'))
  const data = join(folder, 'data')
  if (user) chownSync(folder, user.uid, user.gid)
  chmodSync(folder, 0o700)
  const remove = () => rmSync(folder, { recursive: true, force: true })

  const made = spawnSync(
    join(found.bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync', '--no-instructions'],
    { encoding: 'utf8', cwd: folder, ...user },
  )
  if (made.status !== 0) {
    remove()
    throw new Error(`initdb: ${made.stderr || made.error?.message}`)
  }

  const haste = options.durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const settings = [
    `unix_socket_directories=${folder}`,
    'listen_addresses=',
    `port=${port}`,
    'max_connections=200',
    ...haste,
  ]
  // Its input is ours: the shell reads the end of it when we are gone, killed or not, and takes the server and its files along.
  const guard = '"$@" </dev/null & server=$!; read -r nothing; kill -INT $server; wait $server; rm -rf "$0"'
  const server = spawn(
    '/bin/sh',
    ['-c', guard, folder, join(found.bin, 'postgres'), '-D', data, ...settings.flatMap(setting => ['-c', setting])],
    { cwd: folder, stdio: ['pipe', 'ignore', 'pipe'], ...user },
  )
  let said = ''
  server.stderr.on('data', text => {
    said = `${said}${text}`.slice(-4_000)
  })
  const ended = new Promise<void>(resolve => server.once('exit', () => resolve()))
  const stop = async () => {
    server.stdin.end()
    await ended
    remove()
  }

  const deadline = Date.now() + 30_000
  while (!isReady(data)) {
    if (server.exitCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error(`PostgreSQL did not start: ${said}`)
    }
    await wait(25)
  }
  return {
    host: folder,
    port,
    pid: () => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]),
    url: (database, role = 'postgres') =>
      `postgresql://${role}@localhost/${database}?host=${encodeURIComponent(folder)}&port=${port}`,
    stop,
  }
}

/** The last line of the file says so, as pg_ctl reads it too. */
function isReady(data: string): boolean {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

/** PostgreSQL refuses to run as root. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

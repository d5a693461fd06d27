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
  /** Kills the postmaster and all its processes at once, as when the machine has no memory left. */
  crash(): Promise<void>
  /** Starts it again after a crash, with nothing done by hand. */
  restart(): Promise<void>
  /** It ended by itself: of those with `staysAfterEnd`, whose files are still there. */
  hasEnded(): boolean
  stop(): Promise<void>
}

export interface PostgresOptions {
  /** Written through to the disk, as in production; else it is quick and loses everything when the machine stops. */
  readonly durable?: boolean
  /** More of `postgresql.conf`: `shared_buffers=512MB`. */
  readonly settings?: readonly string[]
  /** A folder of its own is made in this one; the system's for temporary files when left out. */
  readonly in?: string
  /** More for `initdb`: `--wal-segsize=1`. */
  readonly initdb?: readonly string[]
  /** One that ends by itself may be started again: its files go when it is stopped, not before. */
  readonly staysAfterEnd?: boolean
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
  const folder = mkdtempSync(join(options.in ?? tmpdir(), 'ieum-postgres-'))
  const data = join(folder, 'data')
  if (user) chownSync(folder, user.uid, user.gid)
  chmodSync(folder, 0o700)
  const remove = () => rmSync(folder, { recursive: true, force: true })

  const made = spawnSync(
    join(found.bin, 'initdb'),
    [
      ...[
        '-D',
        data,
        '-U',
        'postgres',
        '-A',
        'trust',
        '-E',
        'UTF8',
        '--locale=C.UTF-8',
        '--no-sync',
        '--no-instructions',
      ],
      ...(options.initdb ?? []),
    ],
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
    ...(options.settings ?? []),
  ]
  const command = [join(found.bin, 'postgres'), '-D', data, ...settings.flatMap(setting => ['-c', setting])]
  const start = () => startServer(folder, command, user, options.staysAfterEnd ?? false)
  const running = [start()]
  const pid = () => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  const stop = async () => {
    // The newest first: those that crashed have nothing more to do than to end.
    for (const server of running.reverse()) await server.end()
    remove()
  }
  const ready = async (crashed?: number) => {
    const deadline = Date.now() + 30_000
    while (!isReady(data, crashed)) {
      if (running.at(-1)!.isOver() || Date.now() > deadline) {
        const said = running.at(-1)!.said()
        await stop()
        throw new Error(`PostgreSQL did not start: ${said}`)
      }
      await wait(25)
    }
  }
  let crashed: number | undefined
  await ready()
  return {
    host: folder,
    port,
    pid,
    url: (database, role = 'postgres') =>
      `postgresql://${role}@localhost/${database}?host=${encodeURIComponent(folder)}&port=${port}`,
    async crash() {
      crashed = pid()
      const all = [crashed, ...childrenOf(crashed)]
      for (const one of all) killAtOnce(one)
      for (let tries = 0; (existsSync(`/proc/${crashed}`) || all.some(isAlive)) && tries < 400; tries += 1)
        await wait(5)
    },
    async restart() {
      running.push(start())
      await ready(crashed)
    },
    hasEnded: () => !existsSync(join(data, 'postmaster.pid')),
    stop,
  }
}

function startServer(
  folder: string,
  command: readonly string[],
  user: ReturnType<typeof serverUser>,
  staysAfterEnd: boolean,
) {
  // Its input is ours: the shell reads the end of it when we are gone, killed or not, and takes the server and its files along.
  // One that was killed is waited for at once, or the next would take it for alive; its files stay for that one.
  const guard = `exec 3<&0; "$@" </dev/null 3<&- & server=$!; { read -r nothing; kill -INT $server; } <&3 & reader=$!
    wait $server; { [ $? = 137 ] || ${staysAfterEnd}; } && { kill $reader; read -r nothing <&3; }; rm -rf "$0"`
  const shell = spawn('/bin/sh', ['-c', guard, folder, ...command], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'pipe'],
    ...user,
  })
  let said = ''
  shell.stderr.on('data', text => {
    said = `${said}${text}`.slice(-4_000)
  })
  const ended = new Promise<void>(resolve => shell.once('exit', () => resolve()))
  return {
    said: () => said,
    isOver: () => shell.exitCode !== null,
    async end() {
      shell.stdin.end()
      await ended
    },
  }
}

const childrenOf = (pid: number): number[] =>
  spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    .stdout.split('\n')
    .map(Number)
    .filter(Boolean)

function killAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}

/** What nobody has waited for yet is dead all the same. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** The last line of the file says so, as pg_ctl reads it too; one that crashed has left its own. */
function isReady(data: string, crashed?: number): boolean {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    return lines[7]?.trim() === 'ready' && Number(lines[0]) !== crashed
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

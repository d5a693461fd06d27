/** PGlite in a thread of its own, talked to like any PostgreSQL: the single place that starts it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type pg from 'pg'
import type { EmbeddedPlace, FromThread, ThreadWork, ToThread } from './embedded-messages.ts'

export interface Embedded {
  readonly connection: pg.ClientConfig
  /** Resolves with the reason if the engine ends without having been asked to; every query fails from then on. */
  readonly lost: Promise<Error>
  /** Writes the whole database to a file that `prepared` takes; for tests. */
  dumpTo(file: string): Promise<void>
  stop(): Promise<void>
}

/** Paths of sockets are cut at about 100 bytes. */
const longestSocketPath = 100

/** Throws when the engine does not start. */
export async function startEmbedded(place: EmbeddedPlace): Promise<Embedded> {
  const socket = makeSocketPath()
  const work: ThreadWork = { ...place, socket: socket.path }
  const thread = new Worker(new URL('./embedded-thread.ts', import.meta.url), { workerData: work })
  const { promise: lost, resolve: lose } = Promise.withResolvers<Error>()
  const ended = new Promise<void>(resolve => thread.once('exit', () => resolve()))
  thread.on('error', error => lose(error instanceof Error ? error : new Error(String(error))))
  thread.on('message', (message: FromThread) => {
    if (message !== 'broken') return
    lose(new Error('the embedded database cannot go on: its disk is full, or answers with errors'))
    void thread.terminate()
  })
  let isStopping = false
  thread.once('exit', () => {
    socket.remove()
    if (!isStopping) lose(new Error('the embedded database ended'))
  })

  const answer = (wanted: FromThread): Promise<void> =>
    new Promise((resolve, reject) => {
      thread.on('message', (message: FromThread) => message === wanted && resolve())
      void lost.then(reject)
    })
  await answer('ready')

  return {
    connection: { user: 'postgres', database: 'postgres', stream: () => socketTo(socket.path) },
    lost,
    async dumpTo(file) {
      const dumped = answer('dumped')
      thread.postMessage({ dumpTo: file } satisfies ToThread)
      await dumped
    },
    async stop() {
      isStopping = true
      thread.postMessage('stop' satisfies ToThread)
      await ended
    },
  }
}

/** In a directory that only this user may enter: who reaches the socket is the database's superuser. */
function makeSocketPath(): { path: string; remove: () => void } {
  if (process.platform === 'win32') {
    const path = `\\\\.\\pipe\\ieum-${crypto.randomUUID()}`
    return { path, remove: () => undefined }
  }
  const fits = (parent: string) => Buffer.byteLength(join(parent, 'ieum-XXXXXX', name)) <= longestSocketPath
  const name = '.s.PGSQL.5432'
  const folder = mkdtempSync(join(fits(tmpdir()) ? tmpdir() : '/tmp', 'ieum-'))
  return { path: join(folder, name), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** pg asks its stream to connect to a host; this one knows where to go, named pipes of Windows included. */
function socketTo(path: string): Socket {
  const socket = new Socket()
  const connect = socket.connect.bind(socket)
  socket.connect = (() => connect({ path })) as typeof socket.connect
  return socket
}

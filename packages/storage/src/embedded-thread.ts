/** The thread of `embedded.ts`: PGlite behind a socket, until it is told to stop. */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import type { FromThread, ThreadWork, ToThread } from './embedded-messages.ts'

const { folder, prepared, socket } = workerData as ThreadWork
const owner = parentPort!
const tell = (message: FromThread) => owner.postMessage(message)

/** Megabytes. The log of a folder may take a gigabyte otherwise, many times what is in it. */
const longestLog = 96

const engine = await open()
endWhenBroken()
// The pool holds one connection; a broken one may not be gone yet when the next one comes.
const server = new PGLiteSocketServer({ db: engine, path: socket, maxConnections: 8 })
await server.start()

owner.on('message', async (message: ToThread) => {
  if (message === 'stop') {
    await server.stop()
    await engine.close()
    owner.close()
    return
  }
  const dump = await engine.dumpDataDir('none')
  await writeFile(message.dumpTo, dump.stream())
  tell('dumped')
})
tell('ready')

async function open(): Promise<PGlite> {
  const start = async (dataDir?: string) =>
    PGlite.create({
      ...(dataDir !== undefined && { dataDir }),
      ...(prepared !== undefined && { loadDataDir: new Blob([await readFile(prepared)]) }),
    })
  if (folder === undefined) return start()
  if (existsSync(folder)) return openShortened(folder)

  // Made under another name first: a folder that was half made when the process was killed would never open again.
  const unfinished = `${folder}.new`
  rmSync(unfinished, { recursive: true, force: true })
  const made = await start(unfinished)
  await shortenLog(made)
  await made.close()
  renameSync(unfinished, folder)
  return PGlite.create(folder)
}

/** One from before its log was shortened is opened twice. */
async function openShortened(folder: string): Promise<PGlite> {
  const engine = await PGlite.create(folder)
  // On a full disk it may not be shortened; what is in it is read all the same.
  const isShortened =
    (await isLogLong(engine)) &&
    (await shortenLog(engine).then(
      () => true,
      () => false,
    ))
  if (!isShortened) return engine
  await engine.close()
  return PGlite.create(folder)
}

/** Whether it may grow longer than here; somebody may have said that it be shorter. */
async function isLogLong(engine: PGlite): Promise<boolean> {
  const { rows } = await engine.query<{ most: number }>(
    "select setting::int as most from pg_settings where name = 'max_wal_size'",
  )
  return rows[0]!.most > longestLog
}

/** It counts from the next opening on. */
async function shortenLog(engine: PGlite): Promise<void> {
  await engine.exec(`alter system set max_wal_size = '${longestLog}MB'`)
  await engine.exec("alter system set min_wal_size = '32MB'")
}

/** What an error says of itself that the engine cannot go on from: its log found no room, or could not be written. */
const panic = Buffer.from('SPANIC\0VPANIC\0C')

/**
 * After a crash inside the engine (memory) the socket's queue would wait for ever: end the thread instead. After a panic the engine turns in
 * a circle, and this thread with it: whoever started it has to be told before that, and ends it.
 */
function endWhenBroken(): void {
  const run = engine.execProtocolRawStream.bind(engine)
  engine.execProtocolRawStream = (message, options) =>
    run(message, {
      ...options,
      onRawData(bytes) {
        options.onRawData(bytes)
        if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(panic)) tell('broken')
      },
    }).catch(error => {
      setImmediate(() => {
        throw error
      })
      throw error
    })
}

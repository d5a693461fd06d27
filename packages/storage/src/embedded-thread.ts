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
  if (existsSync(folder)) return PGlite.create(folder)

  // Made under another name first: a folder that was half made when the process was killed would never open again.
  const unfinished = `${folder}.new`
  rmSync(unfinished, { recursive: true, force: true })
  const made = await start(unfinished)
  // The log of a folder may take a gigabyte otherwise, many times what is in it; it counts from the next opening on, which is below.
  await made.exec("alter system set max_wal_size = '96MB'")
  await made.exec("alter system set min_wal_size = '32MB'")
  await made.close()
  renameSync(unfinished, folder)
  return PGlite.create(folder)
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

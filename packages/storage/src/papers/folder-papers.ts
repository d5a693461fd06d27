/** Papers in a folder of this machine, readable by the program's own user alone. */
import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { asAddress, type PaperStore, type Sha256, sha256Of, unchanged } from './paper-store.ts'

/** What was being written when the program ended. */
const leftoverAfter = 3_600_000

export async function papersInFolder(folder: string): Promise<PaperStore> {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  await access(incoming, constants.W_OK)
  await clearLeftovers(incoming)
  const pathOf = (sha256: Sha256) => join(folder, asAddress(sha256).slice(0, 2), sha256)

  return {
    kind: 'folder',
    async keep(content) {
      const sha256 = sha256Of(content)
      const path = pathOf(sha256)
      if (await isThere(path)) return sha256
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const temporary = join(incoming, randomUUID())
      try {
        await writeThrough(temporary, content)
        await rename(temporary, path)
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
      await syncFolder(dirname(path))
      await syncFolder(folder)
      return sha256
    },
    async read(sha256) {
      const content = await readFile(pathOf(sha256)).catch(nothingThere)
      return content && unchanged(content, sha256)
    },
    async remove(sha256) {
      await rm(pathOf(sha256), { force: true })
    },
  }
}

async function writeThrough(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A new name is only safe once the folder that has it was written; Windows does it with the file. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function clearLeftovers(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs > leftoverAfter) await rm(path, { force: true })
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

function nothingThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

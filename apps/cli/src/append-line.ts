/** A further line of a file, on a line of its own although somebody left the last one without its end. */
import { appendFile, open } from 'node:fs/promises'

export async function appendLine(file: string, line: string): Promise<void> {
  await appendFile(file, `${(await isEnded(file)) ? '' : '\n'}${line}\n`)
}

async function isEnded(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  try {
    const size = (await file?.stat())?.size ?? 0
    if (!file || size === 0) return true
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
    return buffer.toString() === '\n'
  } finally {
    await file?.close()
  }
}

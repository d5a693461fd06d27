/** A disk of a few megabytes that a test may fill: memory of the machine, mounted as a file system of its own. */
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export interface SmallDisk {
  readonly folder: string
  /** Takes all that is left of it but so many bytes. */
  fill(butFor?: number): void
  free(): void
}

/** It ends with the test. Mounting needs root; where it is refused the test fails and says so, for nothing was tried. */
export function smallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'ieum-small-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'ieum', folder], {
    encoding: 'utf8',
  })
  if (mounted.status !== 0) {
    rmdirSync(folder)
    throw new Error(`skipped: no small disk can be mounted here: ${mounted.stderr || mounted.error?.message}`)
  }
  onTestFinished(() => {
    spawnSync('umount', ['--lazy', folder])
    rmdirSync(folder)
  })
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill(butFor = 0) {
      const spare = join(folder, 'spare')
      if (butFor > 0) writeAll(spare, butFor)
      for (const bytes of [1 << 20, 1 << 12]) while (writeAll(ballast, bytes));
      rmSync(spare, { force: true })
    },
    free: () => rmSync(ballast, { force: true }),
  }
}

/** False when it did not fit; what fitted stays. */
function writeAll(path: string, bytes: number): boolean {
  const file = openSync(path, 'a')
  try {
    return writeSync(file, Buffer.alloc(bytes)) === bytes
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false
    throw error
  } finally {
    closeSync(file)
  }
}

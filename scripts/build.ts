/** Builds the web pages when their sources are newer than what was built. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const built = join(root, 'apps/web/dist/index.html')
const sources = ['apps/web', 'packages', 'package-lock.json']

function newest(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(
    0,
    ...readdirSync(path)
      .filter(name => name !== 'dist' && name !== 'node_modules')
      .map(name => newest(join(path, name))),
  )
}

const isStale =
  !existsSync(built) || Math.max(...sources.map(source => newest(join(root, source)))) > statSync(built).mtimeMs
if (isStale || process.argv.includes('--force')) {
  process.stderr.write('Building the pages …\n')
  const vite = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
    },
  )
  process.exitCode = vite.status ?? 1
}

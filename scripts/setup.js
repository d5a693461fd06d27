// What every command needs before it runs: the dependencies of the lock file, and the pinned Node that comes with them.
// Plain JavaScript, because it runs on the machine's own Node (20 or later).
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'node_modules', '.installed-lock')
/** What Node made of each source file, for the next process that reads it: there are many in a run of tests. */
const compiled = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/ieum/compiled') }

/** Runs `npm ci` when `node_modules` is not what the lock file says. */
export function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  if (isAsLocked()) {
    writeFileSync(stamp, lock)
    return
  }
  process.stderr.write('Installing dependencies (once, about a minute) …\n')
  const installed = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (installed.status !== 0) {
    process.stderr.write('npm ci did not finish: see the lines above. Nothing was started.\n')
    process.exit(2)
  }
  writeFileSync(stamp, lock)
}

/**
 * Whether what npm wrote down of `node_modules` is what the lock file asks for: then someone has installed it already, and
 * installing anew would only take it away from programs that are running.
 */
function isAsLocked() {
  const packagesIn = file => JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  const there = join('node_modules', '.package-lock.json')
  if (!existsSync(join(root, there))) return false
  const installed = packagesIn(there)
  return Object.entries(packagesIn('package-lock.json'))
    .filter(([path, { optional }]) => path.includes('node_modules/') && !optional)
    .every(
      ([path, { version, resolved }]) => installed[path]?.version === version && installed[path]?.resolved === resolved,
    )
}

/** Path of the pinned Node; the machine's own when no build of it exists for this platform and it is new enough. */
function pinnedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const path = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', file)
  if (existsSync(path)) return path
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  process.stderr.write(
    `There is no pinned Node for ${process.platform} ${process.arch}, and this one is ${process.version}: please run with Node 24 or later.\n`,
  )
  process.exit(2)
}

/** Runs a program with the pinned Node, in the repository's root, its output passed through; answers the exit code. */
export function runPinned(args, env = {}) {
  const node = pinnedNode()
  const done = spawnSync(node, args, {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...compiled,
      ...process.env,
      ...env,
      PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
    },
  })
  return done.status ?? 1
}

/** Runs a program that goes on until it is told to stop: signals are passed on, and this process ends as that one does. */
export function followPinned(args) {
  const program = spawn(pinnedNode(), args, {
    stdio: 'inherit',
    env: { ...compiled, ...process.env },
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => program.kill(signal))
  program.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

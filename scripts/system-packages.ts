/** Installs what tests need from the packages of the system, where the user may. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'

/** False when it cannot be tried from here. */
export function installFromSystem(what: string, name: string): boolean {
  const apt = aptGet()
  if (!apt) return false
  process.stderr.write(`Installing ${what} from the packages of the system (once) …\n`)
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', name],
  ])
    spawnSync(apt[0]!, [...apt.slice(1), ...args], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  return true
}

function aptGet(): string[] | undefined {
  if (!isExecutable('/usr/bin/apt-get')) return undefined
  if (process.getuid?.() === 0) return ['apt-get']
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n', 'apt-get'] : undefined
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

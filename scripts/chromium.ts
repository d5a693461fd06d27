/** The Chromium that the browser tests use: one that is there, else Debian's, where the user may install it. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

type Found = { readonly is: 'found'; readonly path: string } | { readonly is: 'missing'; readonly why: string }

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** Path of a Chromium named by `CHROMIUM` or found on the search path. */
export function findChromium(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin']
  return folders.flatMap(folder => names.map(name => join(folder, name))).find(isExecutable)
}

export function ensureChromium(): Found {
  const found = findChromium()
  if (found) return { is: 'found', path: found }
  const apt = aptGet()
  if (!apt)
    return {
      is: 'missing',
      why: 'There is no Chromium, and it cannot be installed from here: install it, or name it in CHROMIUM.',
    }
  process.stderr.write('Installing Chromium from the packages of the system (once) …\n')
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
  ])
    spawnSync(apt[0]!, [...apt.slice(1), ...args], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  const installed = findChromium()
  return installed
    ? { is: 'found', path: installed }
    : { is: 'missing', why: 'Chromium could not be installed: see the lines above.' }
}

function aptGet(): string[] | undefined {
  if (!isExecutable('/usr/bin/apt-get')) return undefined
  if (process.getuid?.() === 0) return ['apt-get']
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n', 'apt-get'] : undefined
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The Chromium that the browser tests use: one that is there, else Debian's, where the user may install it. */
import { delimiter, join } from 'node:path'
import { installFromSystem, isExecutable } from './system-packages.ts'

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
  if (!installFromSystem('Chromium', 'chromium'))
    return {
      is: 'missing',
      why: 'There is no Chromium, and it cannot be installed from here: install it, or name it in CHROMIUM.',
    }
  const installed = findChromium()
  return installed
    ? { is: 'found', path: installed }
    : { is: 'missing', why: 'Chromium could not be installed: see the lines above.' }
}

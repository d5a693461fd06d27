/**
 * The Chromium that the browser tests use: one that is there, else Debian's, where the user may install it. The one that is only
 * the engine comes first: the whole browser draws its own bars and menus for each visitor, which takes a third longer.
 */
import { delimiter, join } from 'node:path'
import { installFromSystem, isExecutable } from './system-packages.ts'

type Found = { readonly is: 'found'; readonly path: string } | { readonly is: 'missing'; readonly why: string }

const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const packages = ['chromium-headless-shell', 'chromium']

/** Path of a Chromium named by `CHROMIUM` or found on the search path. */
export function findChromium(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin']
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(isExecutable)
}

export function ensureChromium(): Found {
  const found = findChromium()
  if (found) return { is: 'found', path: found }
  for (const name of packages) {
    if (!installFromSystem('Chromium', name))
      return {
        is: 'missing',
        why: 'There is no Chromium, and it cannot be installed from here: install it, or name it in CHROMIUM.',
      }
    const installed = findChromium()
    if (installed) return { is: 'found', path: installed }
  }
  return { is: 'missing', why: 'Chromium could not be installed: see the lines above.' }
}

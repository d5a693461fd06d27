import type { Rulebook } from '@ieum/rules'

export class RulebookNotLoaded extends Error {}

let asked: Promise<Rulebook> | undefined
/** How many were begun, and the number of the one that is given out: no older one takes its place. */
let begun = 0
let given = 0

/** Fetched once a visit; the browser's own cache and the server's ETag spare the bytes on the next one. */
export function rulebook(): Promise<Rulebook> {
  if (!asked) {
    given = ++begun
    asked = fetchRulebook()
  }
  return asked
}

export function forgetRulebook(): void {
  asked = undefined
}

/** After something that it counts with has changed: the pages go on with the old one until the new one is there. */
export async function renewRulebook(): Promise<void> {
  const number = ++begun
  const fresh = fetchRulebook()
  await fresh.then(
    value => {
      if (number < given) return
      given = number
      // React reads these two off a promise: else the page would be taken away for a moment, and the focus with it.
      asked = Object.assign(fresh, { status: 'fulfilled', value })
    },
    () => undefined,
  )
}

async function fetchRulebook(): Promise<Rulebook> {
  const reply = await fetch('/api/rulebook', { headers: { accept: 'application/json' } }).catch((error: unknown) => {
    throw new RulebookNotLoaded(`GET /api/rulebook: ${String(error)}`)
  })
  if (!reply.ok) throw new RulebookNotLoaded(`GET /api/rulebook: ${reply.status} ${reply.statusText}`)
  return (await reply.json()) as Rulebook
}

import type { Rulebook } from '@ieum/rules'

export class RulebookNotLoaded extends Error {}

let asked: Promise<Rulebook> | undefined

/** Fetched once a visit; the browser's own cache and the server's ETag spare the bytes on the next one. */
export function rulebook(): Promise<Rulebook> {
  asked ??= fetchRulebook()
  return asked
}

export function forgetRulebook(): void {
  asked = undefined
}

async function fetchRulebook(): Promise<Rulebook> {
  const reply = await fetch('/api/rulebook', { headers: { accept: 'application/json' } }).catch((error: unknown) => {
    throw new RulebookNotLoaded(`GET /api/rulebook: ${String(error)}`)
  })
  if (!reply.ok) throw new RulebookNotLoaded(`GET /api/rulebook: ${reply.status} ${reply.statusText}`)
  return (await reply.json()) as Rulebook
}

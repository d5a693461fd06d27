/** Links that agencies agreed on at an installation, counted beside those of the catalogue: `--agreed URL`. */
import { readLinks } from '@ieum/catalogue/read-links'
import type { Link } from '@ieum/catalogue/records'
import { type OpenCatalogue, withAgreedLinks } from '@ieum/services'
import { type CommonOptions, catalogueAsked, language } from './options.ts'
import { Refused } from './refused.ts'
import { wordsIn } from './words/index.ts'

export interface FirmOptions extends CommonOptions {
  readonly firm: string
  readonly agreed?: string
}

const patience = 10_000

/** The catalogue, with the links agreed at an installation where one was asked for; how many count is said on standard error. */
export async function catalogueForFirm(options: FirmOptions): Promise<OpenCatalogue> {
  const catalogue = await catalogueAsked(options)
  if (options.agreed === undefined) return catalogue
  const { links, made } = await agreedAt(addressOf(options.agreed))
  const joined = withAgreedLinks(catalogue, links)
  const counted = joined.rulebook.agreedHere?.length ?? 0
  const { agreed } = wordsIn(language(options))
  process.stderr.write(`${agreed(counted, links.length - counted, made)}\n`)
  return joined
}

function addressOf(text: string): URL {
  const address = URL.parse(text)
  if (!address || !['http:', 'https:'].includes(address.protocol))
    throw new Refused(`--agreed: "${text}" is no address: write it as https://ieum.example`)
  return new URL('/api/rulebook', address)
}

async function agreedAt(address: URL): Promise<{ links: readonly Link[]; made: boolean }> {
  const refuse = (why: string) =>
    new Refused(`--agreed: ${address.origin}: ${why}: give the address of an installation that runs`)
  const answer = await fetch(address, { signal: AbortSignal.timeout(patience), redirect: 'error' }).catch(
    () => undefined,
  )
  if (!answer) throw refuse('no answer')
  const book = answer.ok ? await answer.json().catch(() => undefined) : undefined
  const { links, agreedHere = [], demonstration = false } = (book ?? {}) as Record<string, unknown>
  if (!Array.isArray(links) || !Array.isArray(agreedHere)) throw refuse('its answer is no rulebook')
  const read = readLinks(links.filter(one => agreedHere.includes(one?.id)))
  if (!read) throw refuse('its links cannot be read')
  return { links: read, made: demonstration === true }
}

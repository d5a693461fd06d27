/** Links that agencies agreed on at an installation, counted beside those of the catalogue: `--agreed URL`. */
import { readLinks } from '@ieum/catalogue/read-links'
import type { Link } from '@ieum/catalogue/records'
import { type OpenCatalogue, withAgreedLinks } from '@ieum/services'
import { answerWithin } from './answer-within.ts'
import { type CommonOptions, catalogueAsked, language } from './options.ts'
import { Refused } from './refused.ts'
import { wordsIn } from './words/index.ts'

export interface FirmOptions extends CommonOptions {
  readonly firm: string
  readonly agreed?: string
}

const seconds = 10
/** The rulebook of a country takes 2 MB. */
const megabytes = 32

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
  const book = await bookAt(address)
  const { links, agreedHere = [], demonstration = false } = (book ?? {}) as Record<string, unknown>
  if (!Array.isArray(links) || !Array.isArray(agreedHere))
    throw new Refused(`--agreed: ${address.origin}: its answer is no rulebook: ${running}`)
  const read = readLinks(links.filter(one => agreedHere.includes(one?.id)))
  if (!read) throw new Refused(`--agreed: ${address.origin}: its links cannot be read: ${running}`)
  return { links: read, made: demonstration === true }
}

const running = 'give the address of an installation that runs'

async function bookAt(address: URL): Promise<unknown> {
  const { origin } = address
  const answer = await answerWithin(address, { milliseconds: seconds * 1000, bytes: megabytes * 1_000_000 })
  switch (answer.is) {
    case 'answer':
      return answer.said
    case 'leads on':
      throw new Refused(`--agreed: ${origin}: it leads on to ${answer.to}: give the address that answers itself`)
    case 'status':
      throw new Refused(`--agreed: ${origin}: it answers with status ${answer.status}: ${running}`)
    case 'none':
      throw new Refused(`--agreed: ${origin}: no answer: ${running}`)
    case 'too slow':
      throw new Refused(`--agreed: ${origin}: its answer did not end within ${seconds} seconds: try again later`)
    case 'broken off':
      throw new Refused(`--agreed: ${origin}: its answer broke off: try again later`)
    case 'too large':
      throw new Refused(`--agreed: ${origin}: its answer is larger than ${megabytes} MB: ${running}`)
  }
}

/** Reads what another installation publishes of itself. */
import { type CallOptions, call } from '@ieum/delivery'
import { descriptionPath, InstallationDescription } from './description.ts'

export type DescriptionRead =
  | { readonly is: 'read'; readonly description: InstallationDescription }
  | { readonly is: 'no address'; readonly right: string }
  | { readonly is: 'no answer'; readonly why: string }
  /** Something answers there that is no such installation. */
  | { readonly is: 'no installation'; readonly why: string }

/** The address as people use it, such as `https://ieum.agency.example`. */
export async function readDescription(
  baseUrl: string,
  options: Pick<CallOptions, 'milliseconds' | 'resolve'> = {},
): Promise<DescriptionRead> {
  const url = URL.parse(baseUrl)
  if (
    !url ||
    !['https:', 'http:'].includes(url.protocol) ||
    url.pathname !== '/' ||
    url.search !== '' ||
    url.hash !== ''
  )
    return { is: 'no address', right: 'write it as https://ieum.agency.example, without a path' }
  const called = await call(
    { url: `${url.origin}${descriptionPath}`, headers: { accept: 'application/json', 'user-agent': 'Ieum' } },
    { ...options, allowInside: true },
  )
  if (called.is === 'no such place')
    return { is: 'no address', right: `${called.why}: https, or plain http to this machine` }
  if (called.is === 'no answer') return called
  if (called.status !== 200) return { is: 'no installation', why: `${descriptionPath} answered ${called.status}` }
  const read = InstallationDescription.safeParse(parsed(called.body.toString('utf8')))
  return read.success
    ? { is: 'read', description: read.data }
    : { is: 'no installation', why: `${descriptionPath} is no description of an installation` }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

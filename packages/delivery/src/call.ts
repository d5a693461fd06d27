/** One request to an address that somebody else chose: looked up once, judged, and connected to exactly as judged. Redirects are not followed. */
import { lookup } from 'node:dns/promises'
import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { isIP } from 'node:net'
import { isLoopback, isPrivateAddress, isPublicAddress } from './public-address.ts'

export type Resolve = (host: string) => Promise<readonly string[]>

export interface Call {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Left out, it is a GET. */
  readonly body?: string
}

export interface CallOptions {
  /** This machine's own addresses, and plain HTTP to them: for tests and trials. */
  readonly allowLocal?: boolean
  /** Addresses inside of networks as well, as for another installation that an operator made known. Plain HTTP only to this machine. */
  readonly allowInside?: boolean
  readonly milliseconds?: number
  readonly resolve?: Resolve
  /** Bytes of an answer; one that is longer is no answer. */
  readonly most?: number
}

export type Called<Body = Buffer> =
  | { readonly is: 'answered'; readonly status: number; readonly body: Body }
  | { readonly is: 'no answer'; readonly why: string }
  /** Nothing was sent, and nothing ever will be. */
  | { readonly is: 'no such place'; readonly why: string }

const mostOfAnAnswer = 256_000

const systemResolve: Resolve = async host => (await lookup(host, { all: true })).map(({ address }) => address)

export async function call(
  asked: Call,
  {
    allowLocal = false,
    allowInside = false,
    milliseconds = 10_000,
    resolve = systemResolve,
    most = mostOfAnAnswer,
  }: CallOptions = {},
): Promise<Called> {
  const target = URL.parse(asked.url)
  if (!target || !['https:', 'http:'].includes(target.protocol) || target.username !== '' || target.password !== '')
    return { is: 'no such place', why: 'only https addresses are called' }
  const deadline = AbortSignal.timeout(milliseconds)
  const host = target.hostname.replace(/^\[|\]$/g, '')
  let addresses: readonly string[]
  try {
    addresses = isIP(host) ? [host] : await inTime(resolve(host), deadline)
  } catch (error) {
    return { is: 'no answer', why: `${host} is not found: ${(error as Error).message}` }
  }
  const local = (allowLocal || allowInside) && addresses.every(isLoopback)
  if (addresses.length === 0) return { is: 'no answer', why: `${host} is not found` }
  // One inner address among several is enough to refuse: the next call could be given that one.
  const isAllowed = (address: string) => isPublicAddress(address) || (allowInside && isPrivateAddress(address))
  if (!local && !addresses.every(isAllowed)) return { is: 'no such place', why: `${host} is not in the open internet` }
  if (target.protocol !== 'https:' && !local) return { is: 'no such place', why: 'only https addresses are called' }
  return send(target, asked, addresses, { deadline, most })
}

const inTime = <T>(work: Promise<T>, deadline: AbortSignal): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) =>
      deadline.addEventListener('abort', () => reject(new Error('no answer in time')), { once: true }),
    ),
  ])

function send(
  target: URL,
  { headers, body }: Call,
  addresses: readonly string[],
  { deadline, most }: { readonly deadline: AbortSignal; readonly most: number },
): Promise<Called> {
  const found = addresses.map(address => ({ address, family: isIP(address) }))
  return new Promise(resolve => {
    const failed = (error: Error) =>
      resolve({ is: 'no answer', why: deadline.aborted ? 'no answer in time' : error.message })
    const request = (target.protocol === 'https:' ? secure : plain)(
      target,
      {
        method: body === undefined ? 'GET' : 'POST',
        headers: { ...headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) },
        // A connection of its own: none is shared with a place that was judged at another time.
        agent: false,
        signal: deadline,
        lookup: (_host, options, done) =>
          options.all ? done(null, found) : done(null, found[0]!.address, found[0]!.family),
      },
      answer => {
        const parts: Buffer[] = []
        let bytes = 0
        answer.on('data', (part: Buffer) => {
          bytes += part.length
          if (bytes > most) answer.destroy(new Error('the answer is too long'))
          else parts.push(part)
        })
        answer.on('error', failed)
        answer.on('end', () =>
          resolve({ is: 'answered', status: answer.statusCode ?? 0, body: Buffer.concat(parts, bytes) }),
        )
      },
    )
    request.on('error', failed)
    request.end(body)
  })
}

/** Where a request comes from: the connection, or what a proxy that we trust says of it. */
import { BlockList, isIP } from 'node:net'
import type { Context } from 'hono'

/** Addresses and networks: `10.0.0.7`, `10.0.0.0/8`, `::1`. Throws a sentence when one is neither. */
export function proxies(entries: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/')
    const kind = isIP(address)
    const length = bits === undefined ? (kind === 6 ? 128 : 32) : Number(bits)
    if (kind === 0 || !Number.isInteger(length) || length < 0 || length > (kind === 6 ? 128 : 32))
      throw new Error(`${entry} is neither an address nor a network; write it as 10.0.0.7 or 10.0.0.0/8`)
    list.addSubnet(address, length, kind === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

/** From the right, the first hop that is no proxy of ours: what stands further left anyone can write. */
export function addressOf(connection: string | undefined, forwardedFor: string | null, trusted: BlockList): string {
  let address = plain(connection ?? '')
  const hops = (forwardedFor ?? '').split(',').map(hop => plain(hop.trim()))
  while (isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')) {
    const next = hops.pop()
    if (next === undefined || isIP(next) === 0) break
    address = next
  }
  return address || 'unknown'
}

/** An IPv4 address in IPv6 dress is the IPv4 address. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** Asked in the process itself there is no connection: `unknown`. */
export function placeOf(c: Context, trusted: ReturnType<typeof proxies>): string {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  return addressOf(env?.incoming?.socket?.remoteAddress, c.req.header('x-forwarded-for') ?? null, trusted)
}

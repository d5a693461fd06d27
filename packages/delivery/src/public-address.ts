/** Whether an address lies in the open internet. What a receiver names must, or this server would knock on doors inside its own house for him. */
import { BlockList, isIP } from 'node:net'

/** IANA's special-purpose registries, and what is not handed out to anyone. */
const closed = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed.addSubnet(network, prefix, 'ipv4')
// Inside of 2000::/3, the only part that is given out: addresses that carry an older one inside them, and those for documents.
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed.addSubnet(network, prefix, 'ipv6')

const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')

export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !closed.check(address, 'ipv4')
  // IPv4-mapped (::ffff:127.0.0.1) and IPv4-compatible addresses lie outside of what is given out.
  return version === 6 && givenOut.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}

/** What networks of agencies are made of. Link-local addresses are not: behind them stand machines' own services. */
const houses = new BlockList()
houses.addSubnet('10.0.0.0', 8, 'ipv4')
houses.addSubnet('172.16.0.0', 12, 'ipv4')
houses.addSubnet('192.168.0.0', 16, 'ipv4')
houses.addSubnet('100.64.0.0', 10, 'ipv4')
houses.addSubnet('fc00::', 7, 'ipv6')

export const isPrivateAddress = (address: string): boolean =>
  isIP(address) !== 0 && houses.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

export const isLoopback = (address: string): boolean =>
  isIP(address) !== 0 && loopback.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')

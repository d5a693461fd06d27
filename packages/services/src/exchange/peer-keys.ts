/** The keys that are believed of another installation: its newest, and those before it until their day. */
import type { Day } from '@ieum/catalogue/records'
import { type JWK, verifySigned } from '../decisions/signer.ts'

export interface FormerKey {
  readonly key: JWK
  /** The last day on which it is believed. */
  readonly until: Day
}

export interface KeysOfPeer {
  readonly public_key: Record<string, unknown>
  readonly former_keys: unknown
}

export const formerKeysOf = ({ former_keys }: Pick<KeysOfPeer, 'former_keys'>): readonly FormerKey[] =>
  former_keys as readonly FormerKey[]

export const keysOn = (peer: KeysOfPeer, on: Day): readonly JWK[] => [
  peer.public_key as JWK,
  ...formerKeysOf(peer)
    .filter(({ until }) => until >= on)
    .map(({ key }) => key),
]

/** The payload of a signature by one of them; null of any other text. */
export async function verifyByPeer(jws: string, keys: readonly JWK[]): Promise<unknown> {
  for (const key of keys) {
    const payload = await verifySigned(jws, key)
    if (payload !== null) return payload
  }
  return null
}

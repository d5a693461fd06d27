import { beforeAll, describe, expect, it } from 'vitest'
import { type JWK, newSigningKey } from '../decisions/signer.ts'
import { approve, countApprovals } from './approvals.ts'
import type { Approver } from './approver.ts'

const digest = 'a'.repeat(64)
const given = (by: string) => ({ by, digest, since: null, on: '2026-06-01' })
const halfOf = ({ x }: JWK): Approver['key'] => ({ kty: 'OKP', crv: 'Ed25519', x: x! })

describe('T5 C21: rules count once two people at two posts have signed them', () => {
  let keys: Record<'kim' | 'lee' | 'stranger', JWK>
  let approvers: readonly Approver[]
  beforeAll(async () => {
    keys = { kim: await newSigningKey(), lee: await newSigningKey(), stranger: await newSigningKey() }
    approvers = [
      { id: 'kim', post: 'programmes', key: halfOf(keys.kim) },
      { id: 'lee', post: 'audit', key: halfOf(keys.lee) },
      { id: 'kim-too', post: 'programmes', key: halfOf(keys.stranger) },
    ]
  })
  const signedBy = (id: 'kim' | 'lee', key = keys[id]) => approve(key, given(id))

  it('and not before', async () => {
    expect(await countApprovals(digest, [], approvers)).toEqual({ is: 'not approved', by: [] })
    expect(await countApprovals(digest, [await signedBy('kim')], approvers)).toEqual({
      is: 'not approved',
      by: ['kim'],
    })
    const both = [await signedBy('kim'), await signedBy('lee')]
    expect(await countApprovals(digest, both, approvers)).toEqual({ is: 'approved', by: ['kim', 'lee'] })
  })

  it('one person twice is one person', async () => {
    const twice = [await signedBy('kim'), await signedBy('kim')]
    expect(await countApprovals(digest, twice, approvers)).toMatchObject({ is: 'not approved' })
  })

  it('two keys at one post, or one key under two names, are one pair of eyes', async () => {
    const samePost = [await signedBy('kim'), await approve(keys.stranger, given('kim-too'))]
    expect(await countApprovals(digest, samePost, approvers)).toMatchObject({ is: 'not approved' })
    const sameKey = [...approvers.slice(0, 1), { id: 'other', post: 'audit', key: halfOf(keys.kim) }]
    const signed = [await signedBy('kim'), await approve(keys.kim, given('other'))]
    expect(await countApprovals(digest, signed, sameKey)).toMatchObject({ is: 'not approved' })
  })

  it('nobody signs for another, and nobody who is not named', async () => {
    const forged = [await signedBy('kim'), await signedBy('lee', keys.kim)]
    expect(await countApprovals(digest, forged, approvers)).toEqual({ is: 'not approved', by: ['kim'] })
    const unknown = [await signedBy('kim'), await approve(keys.stranger, given('park'))]
    expect(await countApprovals(digest, unknown, approvers)).toMatchObject({ is: 'not approved' })
    const named = [await signedBy('kim'), { by: 'lee', jws: (await signedBy('kim')).jws }]
    expect(await countApprovals(digest, named, approvers)).toMatchObject({ is: 'not approved' })
  })

  it('what was signed counts for these rules alone', async () => {
    const both = [await signedBy('kim'), await signedBy('lee')]
    expect(await countApprovals('b'.repeat(64), both, approvers)).toEqual({ is: 'not approved', by: [] })
  })
})

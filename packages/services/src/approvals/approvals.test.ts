import { beforeAll, describe, expect, it } from 'vitest'
import { type JWK, newSigningKey } from '../decisions/signer.ts'
import { type Approval, type ApprovalToGive, approvalsSaid, approve, countApprovals } from './approvals.ts'
import type { Approver } from './approver.ts'

const [digest, first, second, other] = ['a', '1', '2', 'f'].map(digit => digit.repeat(64)) as [
  string,
  string,
  string,
  string,
]
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
  const counted = (approvals: readonly Approval[], more: { digest?: string; approvers?: readonly Approver[] } = {}) =>
    countApprovals({ digest, ran: [], approvals, approvers, ...more })

  it('and not before', async () => {
    expect(await counted([])).toEqual({ is: 'not approved', by: [] })
    expect(await counted([await signedBy('kim')])).toEqual({
      is: 'not approved',
      by: ['kim'],
    })
    const both = [await signedBy('kim'), await signedBy('lee')]
    expect(await counted(both)).toEqual({ is: 'approved', by: ['kim', 'lee'] })
  })

  it('one person twice is one person', async () => {
    const twice = [await signedBy('kim'), await signedBy('kim')]
    expect(await counted(twice)).toMatchObject({ is: 'not approved' })
  })

  it('two keys at one post, or one key under two names, are one pair of eyes', async () => {
    const samePost = [await signedBy('kim'), await approve(keys.stranger, given('kim-too'))]
    expect(await counted(samePost)).toMatchObject({ is: 'not approved' })
    const sameKey = [...approvers.slice(0, 1), { id: 'other', post: 'audit', key: halfOf(keys.kim) }]
    const signed = [await signedBy('kim'), await approve(keys.kim, given('other'))]
    expect(await counted(signed, { approvers: sameKey })).toMatchObject({ is: 'not approved' })
  })

  it('nobody signs for another, and nobody who is not named', async () => {
    const forged = [await signedBy('kim'), await signedBy('lee', keys.kim)]
    expect(await counted(forged)).toEqual({ is: 'not approved', by: ['kim'] })
    const unknown = [await signedBy('kim'), await approve(keys.stranger, given('park'))]
    expect(await counted(unknown)).toMatchObject({ is: 'not approved' })
    const named = [await signedBy('kim'), { by: 'lee', jws: (await signedBy('kim')).jws }]
    expect(await counted(named)).toMatchObject({ is: 'not approved' })
  })

  it('what was signed counts for these rules alone', async () => {
    const both = [await signedBy('kim'), await signedBy('lee')]
    expect(await counted(both, { digest: other })).toEqual({ is: 'not approved', by: [] })
  })

  describe('and what they sign is one change,', () => {
    const by = ['kim', 'lee'] as const
    const signs = (id: 'kim' | 'lee', since: string | null, to: string, more: Partial<ApprovalToGive> = {}) =>
      approve(keys[id], { ...given(id), since, digest: to, ...more })
    const change = (since: string | null, to: string) => Promise.all(by.map(id => signs(id, since, to)))
    const came = async (ran: readonly string[], ...changes: readonly (readonly Approval[])[]) =>
      countApprovals({ digest, ran, approvals: changes.flat(), approvers })

    it('for the same reason', async () => {
      const because = 'the notice says 320'
      const [reasoned, silent] = await Promise.all([{ because }, {}].map(more => signs('kim', first, digest, more)))
      const other = await signs('lee', first, digest, { because, on: '2026-06-03' })
      expect(await came([first], [silent!, other])).toEqual({ is: 'approved apart', by })
      expect(await came([first], [silent!, other, reasoned!])).toMatchObject({ is: 'approved' })
    })

    it('from the same catalogue', async () => {
      const apart = [await signs('kim', first, digest), await signs('lee', second, digest)]
      expect(await came([first], apart)).toEqual({ is: 'approved apart', by })
    })

    it('from the one that ran here last, or one that approved changes lead to from there', async () => {
      const [toFirst, toSecond, toThis] = await Promise.all([
        change(null, first),
        change(first, second),
        change(second, digest),
      ])
      for (const ran of [[], [first], [first, second], [first, second, digest], [first, digest]])
        expect(await came(ran, toFirst, toSecond, toThis)).toEqual({ is: 'approved', by })
      expect(await came([first], toFirst, toThis)).toEqual({ is: 'approved from elsewhere', by })
      expect(await came([], toThis)).toEqual({ is: 'approved from elsewhere', by })
      const half = [await signs('kim', first, second)]
      expect(await came([first], half, toThis)).toEqual({ is: 'approved from elsewhere', by })
    })

    it('and from nothing where nothing ran before', async () => {
      const fromNothing = await change(null, digest)
      expect(await came([], fromNothing)).toMatchObject({ is: 'approved' })
      expect(await came([first], fromNothing)).toEqual({ is: 'approved from elsewhere', by })
    })

    it('and whoever signs after another sees what he said of this catalogue', async () => {
      const because = 'the notice says 320'
      const lines = [await signs('kim', first, digest, { because }), await signs('kim', first, second)]
      const [{ jws }] = lines as [Approval, Approval]
      const unreadable = { by: 'lee', jws: 'a.b.c' }
      const odd = [await signs('kim', '\n'.repeat(64), digest), await signs('kim', first, digest, { by: '\n' })]
      expect(approvalsSaid(digest, [...lines, { by: 'lee', jws }, unreadable, ...odd])).toEqual([
        { by: 'kim', since: first, because },
      ])
    })

    it('and what others gave as their reason is shown as letters on one line', async () => {
      const line = await signs('kim', first, digest, { because: `a${'\u202e'}b\u009bc${'x'.repeat(900)}` })
      const [said] = approvalsSaid(digest, [line])
      expect(said!.because).toMatch(/^a b cx{400,500}$/)
    })

    it('and it is used up once another catalogue took its place', async () => {
      const signed = await Promise.all([change(null, digest), change(digest, first), change(first, digest)])
      expect(await came([digest], ...signed)).toMatchObject({ is: 'approved' })
      expect(await came([digest, first], ...signed)).toEqual({ is: 'replaced' })
    })

    it('and is signed again, as it runs, once somebody who signed is named no longer', async () => {
      const later = approvers.map(one => (one.id === 'kim-too' ? { ...one, id: 'park' } : one)).slice(1)
      const again = await Promise.all([
        signs('lee', digest, digest),
        approve(keys.stranger, { ...given('park'), since: digest, digest }),
      ])
      const ran = [first, digest]
      const approvals = await change(first, digest)
      const counts = (approvals: readonly Approval[]) => countApprovals({ digest, ran, approvals, approvers: later })
      expect(await counts(approvals)).toEqual({ is: 'not approved', by: ['lee'] })
      expect(await counts([...approvals, ...again])).toEqual({ is: 'approved', by: ['lee', 'park'] })
    })

    it('and leads through none that ran before', async () => {
      const [back, aside] = await Promise.all([change(second, first), change(first, digest)])
      expect(await came([first, second], back, aside)).toEqual({ is: 'approved from elsewhere', by })
    })
  })
})

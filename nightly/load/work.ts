/** What desks and firms ask of a day, in the shares in which they ask it. */
import pg from 'pg'
import { size } from './seed.ts'

export interface Request {
  readonly kind: string
  readonly writes: boolean
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** Whose session it carries; nobody's when left out. */
  readonly person?: string
  readonly body?: unknown
  /** The referral that it changes. */
  readonly referral?: string
}

export interface Work {
  /** Everyone who asks. */
  readonly people: readonly string[]
  next(): Request
}

interface Case {
  readonly id: string
  readonly firm: string
  readonly member: string
  readonly agreement: string
  readonly sender: string
  readonly sender_person: string
  readonly receiver: string
  readonly receiver_person: string
  readonly changed: number
}

/** A firm as anyone may ask about it, without being known. */
const foundry = {
  id: 'example-foundry',
  facts: {
    size: 'small',
    industry: 'C24311',
    employees: 32,
    sales: 8_200_000_000,
    founded: '2009-04-01',
    region: '경상북도',
  },
}

const shares = {
  inbox: 24,
  'inbox, own': 10,
  outbox: 6,
  search: 2,
  case: 26,
  'own cases of a firm': 6,
  programme: 6,
  programmes: 1,
  match: 1,
  draft: 4,
  consent: 3,
  send: 3,
  receive: 3,
  review: 3,
  answer: 2,
} as const

export type Kind = keyof typeof shares

/** Each case is moved once only: what two do to one case is another check. */
export async function workOf(url: string, programmes: readonly string[]): Promise<Work> {
  const client = new pg.Client(url)
  await client.connect()
  const casesIn = async (condition: string, most: number): Promise<Case[]> =>
    (
      await client.query<Case>(
        `select r.id, r.firm_id as firm, m.person_id as member, r.agreement_id as agreement, r.sender_post as sender, sh.person_id as sender_person,
           coalesce(r.receiver_post, r.sender_post) as receiver, rh.person_id as receiver_person, r.changed
         from referral r join firm_member m on m.firm_id = r.firm_id join post_holder sh on sh.post_id = r.sender_post
           join post_holder rh on rh.post_id = coalesce(r.receiver_post, r.sender_post)
         where ${condition} order by md5(r.id::text) limit ${most}`,
      )
    ).rows
  const { rows: posts } = await client.query<{ post: string; person: string }>(
    `select p.id as post, h.person_id as person from post p join post_holder h on h.post_id = p.id where p.role = 'desk-officer' order by 1`,
  )
  const most = 20_000
  const pools = {
    draft: await casesIn(`r.state in ('completed', 'recalled', 'withdrawn')`, most),
    consent: await casesIn(`r.state = 'drafted'`, most),
    send: await casesIn(`r.state = 'consented'`, most),
    receive: await casesIn(`r.state = 'sent'`, most),
    review: await casesIn(`r.state = 'received'`, most),
    answer: await casesIn(`r.state = 'under-review'`, most),
  }
  const shown = await casesIn(`r.state in ('received', 'under-review', 'accepted', 'enrolled')`, most)
  await client.end()

  const firms = Math.max(1, size.sessions - posts.length)
  const someFirms = shown.slice(0, Math.floor(firms / 4))
  // Firms of the cases that will be consented to, so that they are signed in.
  pools.consent = pools.consent.slice(0, firms - someFirms.length)
  const drawn = weighted(shares)
  let number = 0
  const pick = <T>(items: readonly T[]): T => items[Math.floor(Math.random() * items.length)]!
  const take = (kind: keyof typeof pools): Case | undefined => pools[kind].pop()

  const requestOf = (kind: Kind): Request | undefined => {
    const read = (path: string, person?: string): Request => ({
      kind,
      writes: false,
      method: 'GET',
      path,
      ...(person !== undefined && { person }),
    })
    const write = (path: string, person: string, body: unknown, referral?: string): Request => ({
      kind,
      writes: true,
      method: 'POST',
      path,
      person,
      body,
      ...(referral !== undefined && { referral }),
    })
    const { post, person } = pick(posts)
    switch (kind) {
      case 'inbox':
        return read(`/api/posts/${post}/referrals?box=in&states=sent,received,under-review`, person)
      case 'inbox, own':
        return read(`/api/posts/${post}/referrals?box=in&mine=true`, person)
      case 'outbox':
        return read(`/api/posts/${post}/referrals?box=out`, person)
      case 'search':
        return read(
          `/api/posts/${post}/referrals?box=in&search=${encodeURIComponent(`기업 ${1 + (number % 900)}`)}`,
          person,
        )
      case 'case': {
        const one = pick(shown)
        return read(`/api/posts/${one.receiver}/referrals/${one.id}`, one.receiver_person)
      }
      case 'own cases of a firm': {
        const one = pick(someFirms)
        return read(`/api/firms/${one.firm}/referrals`, one.member)
      }
      case 'programme':
        return read(`/api/programmes/${pick(programmes)}`)
      case 'programmes':
        return read('/api/programmes')
      case 'match':
        return { kind, writes: false, method: 'POST', path: '/api/match?on=2026-06-01', body: foundry }
      case 'draft': {
        const one = take('draft')
        const body = one && { agreement: one.agreement, firm: one.firm, reason: '다음 단계' }
        return one && write(`/api/posts/${one.sender}/referrals`, one.sender_person, body)
      }
      case 'consent': {
        const one = take('consent')
        const given = {
          language: 'ko',
          until: '2026-12-31',
          facts: [],
          participations: true,
          outcome: true,
          changed: 1,
        }
        return one && write(`/api/firms/${one.firm}/referrals/${one.id}/consents`, one.member, given, one.id)
      }
      default: {
        const one = take(kind)
        if (!one) return undefined
        const accepts = number % 3 > 0
        const move =
          kind === 'answer'
            ? { move: accepts ? 'accept' : 'decline', ...(!accepts && { reason: 'places-full' }) }
            : { move: kind }
        const [post, person] = kind === 'send' ? [one.sender, one.sender_person] : [one.receiver, one.receiver_person]
        return write(`/api/posts/${post}/referrals/${one.id}/moves`, person, { ...move, changed: one.changed }, one.id)
      }
    }
  }
  return {
    people: [
      ...new Set([
        ...posts.map(({ person }) => person),
        ...someFirms.map(({ member }) => member),
        ...pools.consent.map(({ member }) => member),
      ]),
    ],
    next() {
      number += 1
      // A pool that is used up gives its share to the inbox.
      return requestOf(drawn()) ?? requestOf('inbox')!
    },
  }
}

function weighted<K extends string>(of: Readonly<Record<K, number>>): () => K {
  const all = Object.entries(of) as [K, number][]
  const sum = all.reduce((sum, [, share]) => sum + share, 0)
  return () => {
    let left = Math.random() * sum
    for (const [kind, share] of all) {
      left -= share
      if (left < 0) return kind
    }
    return all[0]![0]
  }
}

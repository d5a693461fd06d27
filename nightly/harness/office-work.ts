/**
 * What can be done at a desk, told apart from the program by hand: for each, whose record it processes when it is answered. The log must
 * say the same. Looking at the log on a page is no look of its own (it would never end); taking it away is.
 */
import { inTheHouse } from '@ieum/services/testing'
import type { FirmIn, OfficeWorld, Reply } from './office-world.ts'

export interface Work {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  /** Firms whose record was processed, once it is answered with yes. */
  readonly whom: (reply: Reply) => readonly string[]
  /** It must be refused as not right, whoever asks. */
  readonly refused?: true
}

/** A whole number below the other, of the seeded stream. */
export type Draw = (below: number) => number

const all = 'from=2026-01-01&to=2199-12-31'
const span = { from: '2026-01-01', to: '2199-12-31' }
const nobody = (): readonly string[] => []

interface Standing {
  readonly id: string
  readonly firm_id: string
  readonly changed: number
  readonly state: string
}

export async function someWork(world: OfficeWorld, post: string, draw: Draw): Promise<Work> {
  const at = `/api/posts/${post}`
  const firm = world.firms[draw(world.firms.length)]!
  const ofFirm = `${at}/firms/${firm.id}`
  const referral = await someReferral(world, draw)
  const ofReferral = `${at}/referrals/${referral.id}`
  const itself = () => [firm.id]
  const reason = `reason=${encodeURIComponent('심사')}`
  const works: readonly (() => Work)[] = [
    () => ({ name: 'inbox', method: 'GET', path: `${at}/referrals?box=in`, whom: listed }),
    () => ({ name: 'outbox', method: 'GET', path: `${at}/referrals?box=out`, whom: listed }),
    () => ({ name: 'case', method: 'GET', path: ofReferral, whom: shownIn(referral) }),
    () => ({ name: 'dossier', method: 'GET', path: `${ofFirm}/dossier?${reason}`, whom: itself }),
    () => ({ name: 'decisions', method: 'GET', path: `${ofFirm}/decisions`, whom: itself }),
    () => ({ name: 'paper', method: 'GET', path: `${ofFirm}/papers/${firm.paper}/content?${reason}`, whom: itself }),
    () => ({
      name: 'paper without a reason',
      method: 'GET',
      path: `${ofFirm}/papers/${firm.paper}/content`,
      whom: nobody,
      refused: true,
    }),
    () => ({
      name: 'draft',
      method: 'POST',
      path: `${at}/referrals`,
      body: { agreement: world.link, firm: firm.id, reason: '다음 단계' },
      whom: itself,
    }),
    ...[1, 2, 3, 4, 5, 6, 7, 8].map(
      () => (): Work => ({
        name: 'move',
        method: 'POST',
        path: `${ofReferral}/moves`,
        body: { ...someMove(referral, draw), changed: referral.changed },
        whom: () => [referral.firm_id],
      }),
    ),
    () => ({
      name: 'record a fact',
      method: 'POST',
      path: `${ofFirm}/facts`,
      body: {
        source: 'registry',
        sourceName: '공장등록부',
        facts: [{ name: 'employees', value: 20 + draw(30), asOf: '2026-05-01' }],
      },
      whom: itself,
    }),
    () => ({
      name: 'sign a decision',
      method: 'POST',
      path: `${at}/decisions`,
      body: {
        firm: firm.id,
        programme: 'mss-automation-process',
        criterion: 'size',
        verdict: 'met',
        on: '2026-05-20',
        until: null,
      },
      whom: itself,
    }),
    () => ({
      name: 'candidates',
      method: 'GET',
      path: `${at}/batches/candidates?agreement=${world.link}&from=2026-05-01&to=2026-05-31`,
      whom: candidatesIn,
    }),
    () => ({
      name: 'take the list away',
      method: 'POST',
      path: `${at}/referrals/export`,
      body: { side: draw(2) === 0 ? 'sent' : 'received', purpose: '월별 점검', format: 'csv', ...span },
      whom: namedIn(world),
    }),
    () => ({
      name: 'take the list away without a reason',
      method: 'POST',
      path: `${at}/referrals/export`,
      body: { side: 'sent', purpose: '', format: 'csv', ...span },
      whom: nobody,
      refused: true,
    }),
    () => ({
      name: 'take the log away',
      method: 'POST',
      path: `${at}/trail/export`,
      body: { trail: 'access_entry', format: 'csv', reason: '월별 점검', ...span },
      whom: namedIn(world),
    }),
    () => ({
      name: 'take the log away without a reason',
      method: 'POST',
      path: `${at}/trail/export`,
      body: { trail: 'access_entry', format: 'lines', reason: ' ', ...span },
      whom: nobody,
      refused: true,
    }),
    ...[
      `${at}/trail/accesses?${all}&most=20`,
      `${at}/trail/changes?${all}&most=20`,
      `${at}/trail/months/2026-05`,
      `${at}/figures?${all}`,
      `${at}/agreements`,
      `${at}/batches`,
      `${at}/posts`,
      `${at}/notices`,
      `${at}/contact`,
    ].map(path => (): Work => ({ name: path.slice(at.length), method: 'GET', path, whom: nobody })),
  ]
  return works[draw(works.length)]!()
}

const moves: Readonly<Record<string, readonly object[]>> = {
  consented: [{ move: 'send' }],
  sent: [{ move: 'receive' }, { move: 'recall', reason: 'sent-in-error' }],
  received: [{ move: 'review' }],
  'under-review': [
    { move: 'accept' },
    { move: 'decline', reason: 'places-full' },
    { move: 'return', reason: 'paper-missing' },
  ],
  returned: [{ move: 'resend' }],
  accepted: [{ move: 'enrol' }],
  enrolled: [{ move: 'complete' }],
}

/** Mostly one that may be made now, by somebody. */
function someMove({ state }: Standing, draw: Draw): object {
  const now = moves[state] ?? []
  const among = now.length > 0 && draw(5) > 0 ? now : Object.values(moves).flat()
  return among[draw(among.length)]!
}

/** The firms do their part: they give leave, sometimes with the optional ones, and take it back. Nothing of it is a look. */
export async function firmsWork(world: OfficeWorld, draw: Draw): Promise<{ firm: FirmIn; work: Work }> {
  const firm = world.firms[draw(world.firms.length)]!
  const at = `/api/firms/${firm.id}`
  const [asked] = await inTheHouse(world.database, tx =>
    tx
      .selectFrom('referral')
      .select(['id', 'changed'])
      .where('firm_id', '=', firm.id)
      .where('state', '=', 'drafted')
      .execute(),
  )
  const [given] = await inTheHouse(world.database, tx =>
    tx
      .selectFrom('consent')
      .select('id')
      .where('firm_id', '=', firm.id)
      .where('kind', '=', 'hand-off')
      .where('withdrawn_at', 'is', null)
      .execute(),
  )
  const which = draw(10)
  if (asked && which < 7)
    return {
      firm,
      work: {
        name: 'give consent',
        method: 'POST',
        path: `${at}/referrals/${asked.id}/consents`,
        body: {
          language: 'ko',
          until: draw(3) === 0 ? '2026-06-02' : '2026-12-31',
          facts: ['root_industry'],
          participations: draw(2) === 0,
          papers: draw(2) === 0 ? [firm.paper] : [],
          outcome: draw(2) === 0,
          changed: asked.changed,
        },
        whom: nobody,
      },
    }
  if (given && which === 9)
    return {
      firm,
      work: { name: 'withdraw', method: 'POST', path: `${at}/consents/${given.id}/withdrawal`, body: {}, whom: nobody },
    }
  return { firm, work: { name: 'own dossier', method: 'GET', path: `${at}/dossier`, whom: nobody } }
}

const nothing: Standing = { id: '00000000-0000-4000-8000-000000000000', firm_id: '', changed: 1, state: 'none' }

async function someReferral({ database }: OfficeWorld, draw: Draw): Promise<Standing> {
  const all = await inTheHouse(database, tx =>
    tx
      .selectFrom('referral')
      .select(['id', 'firm_id', 'changed', 'state'])
      .orderBy('created_at', 'desc')
      .limit(12)
      .execute(),
  )
  return all[draw(Math.max(1, all.length))] ?? nothing
}

const listed = ({ text }: Reply): readonly string[] => [
  ...new Set(
    (JSON.parse(text) as { lines: readonly { firm: { id: string } | null }[] }).lines.flatMap(({ firm }) =>
      firm ? [firm.id] : [],
    ),
  ),
]

const shownIn =
  ({ firm_id }: Standing) =>
  ({ text }: Reply): readonly string[] =>
    (JSON.parse(text) as { firm: object | null }).firm ? [firm_id] : []

const candidatesIn = ({ text }: Reply): readonly string[] =>
  (JSON.parse(text) as { candidates: readonly { firm: string }[] }).candidates.map(({ firm }) => firm)

/** Of a table: the firms whose numbers stand in it. */
const namedIn =
  ({ firms }: OfficeWorld) =>
  ({ text }: Reply): readonly string[] =>
    firms.filter(({ number }) => text.includes(number)).map(({ id }) => id)

/**
 * C13: what each post may do with a council, by how its agency stands to it. Written by hand from the issue, apart from the policy, and held
 * against the running API cell by cell. What stands nowhere here must be refused.
 */
import type { ActingRole } from '@ieum/desk'
import type { CouncilScene } from './council-scene.ts'
import { type CouncilStanding, councilStandings } from './council-standings.ts'

export interface CouncilRow {
  readonly body?: (scene: CouncilScene) => unknown
  readonly query?: string
  /** A paper is sent: any, or one with this in it. */
  readonly file?: true | string
  readonly allowed: Partial<Record<ActingRole, readonly CouncilStanding[]>>
}

const sitting = ['seated', 'secretariat'] as const
const everyone = <A>(allowed: A) => ({
  'desk-officer': allowed,
  'programme-owner': allowed,
  approver: allowed,
  'agency-administrator': allowed,
  secretary: allowed,
  auditor: allowed,
})
const keeper = { secretary: ['secretariat'] } as const
const speakers = { secretary: sitting, 'programme-owner': sitting }

export const councilTable: Readonly<Record<string, CouncilRow>> = {
  'GET /api/posts/{post}/councils': { allowed: everyone(councilStandings) },
  // It is there already: who has a seat and may found one is told so.
  'POST /api/posts/{post}/councils': { body: ({ council }) => ({ council }), allowed: { secretary: sitting } },
  // Of one that is not there yet no agency has a seat: every secretary may.
  'POST /api/posts/{post}/councils/draw-up': {
    body: ({ agency }) => ({
      name: '새 협의회',
      kind: 'policy',
      seats: [
        { agency, title: '국장' },
        { agency: 'tipa', title: '본부장' },
      ],
    }),
    allowed: { secretary: councilStandings },
  },
  'GET /api/posts/{post}/councils/{council}': { allowed: everyone(sitting) },
  'PUT /api/posts/{post}/councils/{council}': {
    body: ({ agency }) => ({
      changed: 1,
      name: '다른 이름',
      quorum: { seats: 0.5, everyAgency: true },
      rotation: 'fixed',
      seats: [
        { agency, title: '국장' },
        { agency: 'motie', title: '과장' },
      ],
    }),
    allowed: keeper,
  },
  // Agencies name who holds their own seats; the seat is of the agency that is seated.
  'PATCH /api/posts/{post}/councils/{council}/holders': {
    body: ({ seat }) => ({ holders: [{ seat, holder: null }] }),
    allowed: { secretary: ['seated'], 'agency-administrator': ['seated'] },
  },
  // Its tasks are not over: the secretariat is told so.
  'POST /api/posts/{post}/councils/{council}/dissolution': { body: () => ({ changed: 1 }), allowed: keeper },
  'POST /api/posts/{post}/councils/{council}/sessions': {
    body: () => ({ on: '2026-07-01', begins: '10:30', place: '세종' }),
    allowed: keeper,
  },
  'GET /api/posts/{post}/councils/{council}/openings': { allowed: everyone(sitting) },
  // It has been open since sources reported it: the secretariat is told so.
  'PUT /api/posts/{post}/councils/{council}/openings': {
    body: ({ task }) => ({ what: 'task', id: task, openFrom: '2026-07-01' }),
    allowed: keeper,
  },
  'GET /api/posts/{post}/sessions/{session}': { allowed: everyone(sitting) },
  'PATCH /api/posts/{post}/sessions/{session}': {
    body: () => ({ changed: 1, place: '서울' }),
    allowed: keeper,
  },
  'GET /api/posts/{post}/sessions/{session}/room': { allowed: everyone(sitting) },
  'GET /api/posts/{post}/sessions/{session}/screen': { allowed: everyone(sitting) },
  'POST /api/posts/{post}/sessions/{session}/moves': {
    body: () => ({ move: 'call', changed: 1 }),
    allowed: keeper,
  },
  'POST /api/posts/{post}/sessions/{session}/items': {
    body: () => ({ kind: 'other', title: '안건', minutes: 5 }),
    allowed: speakers,
  },
  'PUT /api/posts/{post}/sessions/{session}/order': {
    body: ({ item, decided }) => ({ order: [decided, item] }),
    allowed: keeper,
  },
  // The item is the secretariat's own.
  'PATCH /api/posts/{post}/agenda-items/{item}': {
    body: () => ({ changed: 1, title: '다른 안건' }),
    allowed: { secretary: ['secretariat'], 'programme-owner': ['secretariat'] },
  },
  'DELETE /api/posts/{post}/agenda-items/{item}': {
    allowed: { secretary: ['secretariat'], 'programme-owner': ['secretariat'] },
  },
  'POST /api/posts/{post}/agenda-items/{item}/turn': { allowed: keeper },
  // Agencies tell of their own seats who comes; the seat is of the agency that is seated.
  'PUT /api/posts/{post}/sessions/{session}/seats/{seat}': {
    body: () => ({ state: 'coming' }),
    allowed: { ...everyone(['seated'] as const), secretary: sitting },
  },
  'POST /api/posts/{post}/decisions-of-councils': {
    body: ({ item }) => ({ item, text: '결정' }),
    allowed: keeper,
  },
  'POST /api/posts/{post}/councils/{council}/tasks': {
    body: ({ agency }) => ({
      code: `N-${Math.random().toString(36).slice(2, 8)}`,
      title: '과제',
      needs: '자료',
      proposedBy: [agency],
    }),
    allowed: speakers,
  },
  'POST /api/posts/{post}/councils/{council}/papers/read': { file: '(일시) 2026. 7. 1.(수) 10:30', allowed: keeper },
  'POST /api/posts/{post}/councils/{council}/papers/take-up': {
    body: ({ agency }) => ({
      session: { on: '2026-07-01', begins: '10:30', place: '세종' },
      tasks: [{ title: '과제', proposedBy: [agency] }],
      items: [{ kind: 'task', task: 0, minutes: 5 }],
    }),
    allowed: keeper,
  },
  'GET /api/posts/{post}/tasks/{task}': { allowed: everyone(sitting) },
  'GET /api/posts/{post}/sessions/{session}/papers/{kind}': { allowed: everyone(sitting) },
  'GET /api/posts/{post}/tasks/{task}/papers/task': { allowed: everyone(sitting) },
  // Both propose it, so either may take it up; who only follows it may begin what was adopted.
  'POST /api/posts/{post}/tasks/{task}/moves': {
    body: () => ({ move: 'begin', changed: 1 }),
    allowed: { ...speakers, 'desk-officer': sitting },
  },
  'GET /api/posts/{post}/tasks/{task}/indicators': { allowed: everyone(sitting) },
  // No post was named as its owner yet: whoever follows tasks keeps it.
  'PUT /api/posts/{post}/tasks/{task}/indicators': {
    body: () => ({
      indicators: [{ measure: 'accepted', target: 5, targetBy: null, baseline: null, baselineSource: null }],
    }),
    allowed: { ...speakers, 'desk-officer': sitting },
  },
  'POST /api/posts/{post}/tasks/{task}/milestones': {
    body: () => ({ title: '협약 두 건', due: '2026-09-30' }),
    allowed: { ...speakers, 'desk-officer': sitting },
  },
  'PATCH /api/posts/{post}/milestones/{milestone}': {
    body: () => ({ changed: 1, due: '2026-10-31' }),
    allowed: { ...speakers, 'desk-officer': sitting },
  },
  'PUT /api/posts/{post}/tasks/{task}/owners': {
    body: ({ officers }) => ({ posts: [officers[0]!.capacity.post] }),
    allowed: speakers,
  },
  // The post that owns it is none of those who ask: each is told that another post does it.
  'POST /api/posts/{post}/actions/{action}/moves': {
    body: () => ({ move: 'report', changed: 1, text: '함' }),
    allowed: {},
  },
  // Whoever sits nowhere is told of nothing to follow up.
  'GET /api/posts/{post}/actions': { allowed: everyone(councilStandings) },
  'GET /api/posts/{post}/actions/counts': { allowed: everyone(councilStandings) },
  'GET /api/posts/{post}/agendas': { query: 'to=mss-export-voucher', allowed: everyone(councilStandings) },
  // It asks for no link, which who sits there is told.
  'GET /api/posts/{post}/actions/{action}/link': { allowed: everyone(sitting) },
  'POST /api/posts/{post}/actions/{action}/link': { allowed: everyone(sitting) },
  'POST /api/posts/{post}/sessions/{session}/papers': { file: true, allowed: keeper },
  // The item is the secretariat's own.
  'POST /api/posts/{post}/agenda-items/{item}/papers': {
    file: true,
    allowed: { secretary: ['secretariat'], 'programme-owner': ['secretariat'] },
  },
  // The post that owns it is none of those who ask.
  'POST /api/posts/{post}/actions/{action}/papers': { file: true, allowed: {} },
  'GET /api/posts/{post}/sessions/{session}/papers': { allowed: everyone(sitting) },
  // It still waits to be looked through, which is said to who may read it.
  'GET /api/posts/{post}/council-papers/{paper}/content': { allowed: everyone(sitting) },
  'DELETE /api/posts/{post}/council-papers/{paper}': { allowed: keeper },
}

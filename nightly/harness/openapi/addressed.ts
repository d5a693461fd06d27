/** Who asks what of whom: an address and its headers, filled in from what is known. */
import type { Scene } from '@ieum/server/testing/access'
import type { Operation } from './operations.ts'

/** Of a council there is nothing in the scene: who asks is told that there is none. */
const nobodys = '00000000-0000-4000-8000-000000000000'

/** Ids of a scene by the names that addresses and bodies have for them. An address of a firm means other rows than one of a post. */
export function knownOf(scene: Scene): Map<string, unknown[]> {
  return new Map<string, unknown[]>(
    Object.entries({
      post: scene.officers.map(({ capacity }) => capacity.post),
      firm: [scene.firm],
      firms: [scene.firm],
      referral: [scene.referral],
      consent: [scene.consent],
      batch: [scene.batch],
      agreement: [scene.link, scene.otherLink],
      link: ['mss-automation-process-to-motie-root-intelligent-process'],
      fact: Object.values(scene.facts),
      participation: Object.values(scene.participations),
      paper: [scene.paper],
      decision: [scene.decision],
      other: [scene.other],
      to: scene.officers.map(({ capacity }) => capacity.post),
      person: [scene.holder, scene.fellow],
      invitation: [scene.invitation],
      request: [scene.request],
      feed: [scene.feed],
      changed: [scene.changed, 1],
      provider: ['ministry'],
      programme: ['mss-jump-up', 'mss-automation-process'],
      edition: ['2025', '2026'],
      name: ['employees', 'sales', 'region'],
      value: [30, 8_200_000_000, '경상북도'],
      email: ['kim@agency.example'],
      pathway: ['root'],
      max_legs: [3],
      id: ['mss-jump-up', 'mss-automation-process'],
      file: ['mss-jump-up.ics'],
      council: ['mss-motie'],
      month: ['2026-05'],
      ...Object.fromEntries(
        ['session', 'item', 'seat', 'task', 'action', 'milestone', 'closing'].map(name => [name, [nobodys]]),
      ),
    }),
  )
}

export const pathOf = ({ path }: Operation, value: (name: string) => unknown): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(value(name)).toWellFormed()))

/** Whose turn an address is: of a firm's people, or of an agency's. */
export const sideOf = ({ path }: Operation): 'firm' | 'post' | 'nobody' =>
  path.startsWith('/api/firms/') ? 'firm' : path.startsWith('/api/posts/') ? 'post' : 'nobody'

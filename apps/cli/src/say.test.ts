import type { Result } from '@ieum/matching'
import type { RuledProgramme } from '@ieum/rules'
import { expect, it } from 'vitest'
import { sayWindow, windowShown } from './say.ts'

const programme: RuledProgramme = {
  id: 'yearly',
  name: { ko: 'yearly', en: 'yearly' },
  agency: 'a',
  stages: [],
  kind: 'grant',
  recurs: 'yearly',
  editions: [
    {
      edition: '2025',
      windows: [{ opens: '2025-03-03', closes: '2025-03-20' }],
      criteria: [],
      exclusions: [],
      preferences: [],
    },
  ],
}
const closed = { edition: '2025', window: { state: 'closed', closes: '2025-03-20' } } as Result

it.each([
  ['2026-02-01', 'opens Tue 3 Mar 2026 (forecast)', '2026. 3. 3.(화) 시작 (예상)'],
  [
    '2026-03-05',
    'expected to open Tue 3 Mar 2026, no notice seen yet',
    '2026. 3. 3.(화) 시작으로 예상, 공고는 아직 확인되지 않음',
  ],
])('a forecast opening is still to come, or has passed without a notice: asked on %s', (on, en, ko) => {
  const window = windowShown(closed, programme, on)
  expect([sayWindow(window, 'en'), sayWindow(window, 'ko')]).toEqual([en, ko])
})

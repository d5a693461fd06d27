import type { BrokenStep } from '@ieum/council'
import { expect, it } from 'vitest'
import { sayFinding } from './finding-words.ts'

const words = (text: string) => ({ ko: text, en: text })
const names = {
  programme: (id: string) => words(id === 'a' ? '공정 자동화' : '지능형 공정'),
  rule: (_: string, __: string, id: string) => words(id === 'size' ? '상시근로자 50명 미만' : id),
}
const step = (more: Partial<BrokenStep>): BrokenStep => ({
  is: 'step',
  from: 'a',
  to: 'b',
  waypoint: 'b',
  why: { is: 'no link' },
  on: '2026-04-01',
  ...more,
})

it('says a break as it stands on an agenda, with what would open it', () => {
  expect(sayFinding(step({ opens: { is: 'link' } }), names, 'ko')).toEqual({
    title: '‘공정 자동화’에서 ‘지능형 공정’으로 이어지지 않음',
    found: '‘공정 자동화’에서 ‘지능형 공정’으로 가는 시행 중인 연계가 없습니다.',
    opens: '‘공정 자동화’에서 ‘지능형 공정’으로 곧바로 잇는 연계를 맺으면 열립니다.',
  })
})

it('says the figures of each kind of break in both languages', () => {
  const late = { is: 'too late', closes: '2026-04-30', ready: '2026-09-30', days: 153 } as const
  expect(sayFinding(step({ why: late }), names, 'ko').found).toContain('153일 늦습니다')
  expect(sayFinding(step({ why: late }), names, 'en').found).toContain('153 days too late')
  const shut = { is: 'shut', edition: '2026', criteria: ['size'], exclusions: [] } as const
  expect(sayFinding(step({ why: shut }), names, 'ko').found).toContain('상시근로자 50명 미만')
  expect(
    sayFinding(step({ from: null, why: { is: 'no window', lastClosed: '2025-02-28' } }), names, 'en'),
  ).toMatchObject({
    title: 'No way to “지능형 공정”',
    found: expect.stringContaining('28'),
    opens: null,
  })
  expect(sayFinding(step({ why: { is: 'excluded', by: 'a' } }), names, 'ko').found).toBe(
    '‘지능형 공정’은 ‘공정 자동화’와 함께 받을 수 없습니다.',
  )
})

import { describe, expect, it } from 'vitest'
import { industriesOf } from './industries.ts'

describe('the table of industries', () => {
  it('is the one in force on the day', () => {
    const edition = (from: string, name: string) => ({ from, source: {}, rows: [['C1', name, name]] })
    const parameters = [
      {
        id: 'industries',
        type: 'table' as const,
        columns: { code: { type: 'text' as const }, ko: { type: 'text' as const }, en: { type: 'text' as const } },
        editions: [edition('2020-01-01', 'old'), edition('2025-01-01', 'new')],
      },
    ]
    expect(industriesOf({ parameters }, '2024-06-01')[0]?.ko).toBe('old')
    expect(industriesOf({ parameters }, '2026-06-01')[0]?.ko).toBe('new')
    expect(industriesOf({ parameters: [] }, '2026-06-01')).toEqual([])
  })
})

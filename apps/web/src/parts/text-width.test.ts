import { describe, expect, it } from 'vitest'
import { cutToWidth, textWidth, wrapToWidth } from './text-width.ts'

describe('text in drawings', () => {
  it('is wider in Korean than in English, letter by letter', () => {
    expect(textWidth('공장', 10)).toBeGreaterThan(textWidth('ab', 10))
  })

  it('stays whole when there is room, and is cut when there is none', () => {
    expect(cutToWidth('자동화공정 구축', 13, 400)).toBe('자동화공정 구축')
    const cut = cutToWidth('자동화공정 구축', 13, 60)
    expect(cut).toMatch(/…$/)
    expect(textWidth(cut, 13)).toBeLessThanOrEqual(60)
  })

  it('breaks between words, and never into more lines than it may', () => {
    expect(wrapToWidth('자동화공정 구축', 13, 75, 2)).toEqual(['자동화공정', '구축'])
    const lines = wrapToWidth('지능형 뿌리공정시스템 구축(뿌리기업 지능화)', 13, 110, 2)
    expect(lines).toHaveLength(2)
    for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(110)
  })

  it('does not break within an English word, and cuts one that is too long', () => {
    expect(wrapToWidth('AI factory demonstration', 13, 84, 3)).toEqual(['AI factory', 'demonstrat…'])
    expect(wrapToWidth('A demonstration', 13, 100, 2)).toEqual(['A', 'demonstration'])
    expect(wrapToWidth('Restructuring help', 13, 60, 2)).toEqual(['Restru…', 'help'])
  })
})

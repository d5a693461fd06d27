import { describe, expect, it } from 'vitest'
import { foundIn } from './closing-search.tsx'
import type { ClosingLine } from './shapes.ts'

const line = (region: string, name: string): ClosingLine => ({
  code: name,
  name,
  region,
  kind: 'unknown',
  status: null,
  rule: null,
  weekday: null,
  from: null,
  origin: null,
  confidence: null,
  madeUp: false,
  next: [],
})
const all = [
  line('부산광역시', '해운대구'),
  line('대구광역시', '달서구'),
  line('서울특별시', '중구'),
  line('부산광역시', '중구'),
  line('충청북도', '청주시 상당구'),
  line('서울특별시', '서초구'),
  line('전북특별자치도', '전주시 덕진구'),
]
const names = (typed: string) => foundIn(all, typed).map(({ region, name }) => `${region} ${name}`)

describe('a municipality', () => {
  it.each([
    ['중구', ['서울특별시 중구', '부산광역시 중구']],
    ['부산 중구', ['부산광역시 중구']],
    ['대구', ['대구광역시 달서구', '부산광역시 해운대구']],
    ['청주', ['충청북도 청주시 상당구']],
    ['청주시상당구', ['충청북도 청주시 상당구']],
    [' 서초 ', ['서울특별시 서초구']],
    ['', []],
    ['없는곳', []],
  ])('is found by %j', (typed, found) => {
    expect(names(typed)).toEqual(found)
  })
})

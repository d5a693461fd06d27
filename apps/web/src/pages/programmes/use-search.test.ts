import { describe, expect, it } from 'vitest'
import { nearestIds } from './use-search.ts'

const names = ['로봇 실증', '수출 바우처', '실증 수출']
const idsOf = (part: string) => names.filter(name => name.includes(part))

describe('the programmes nearest to a query', () => {
  it.each([
    ['수출 대박', ['수출 바우처', '실증 수출']],
    ['로봇팔', ['로봇 실증']],
    ['실증 수출대박', ['실증 수출', '로봇 실증', '수출 바우처']],
    ['떡볶이', []],
  ])('%s are %j', (query, nearest) => {
    expect(nearestIds(query, idsOf)).toEqual(nearest)
  })
})

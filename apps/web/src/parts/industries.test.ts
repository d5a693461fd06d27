import { describe, expect, it } from 'vitest'
import { findIndustries, nearestIndustries } from './industries.ts'

const industries = [
  { code: 'C24311', ko: '선철 주물 주조업', en: 'Casting of pig iron' },
  { code: 'C24312', ko: '강주물 주조업', en: 'Casting of steel' },
  { code: 'C29280', ko: '산업용 로봇 제조업', en: 'Manufacture of industrial robots' },
]

const codes = (query: string) => findIndustries(industries, query).map(({ code }) => code)

describe('the search for an industry', () => {
  it.each([
    ['24311', ['C24311']],
    ['c243', ['C24312', 'C24311']],
    ['주조', ['C24312', 'C24311']],
    ['산업용로봇', ['C29280']],
    ['로봇 산업용', ['C29280']],
    ['steel', ['C24312']],
    ['Casting', ['C24312', 'C24311']],
    ['양식', []],
    ['  ', []],
  ])('%s finds %j', (query, found) => {
    expect(codes(query)).toEqual(found)
  })
})

describe('the nearest industries', () => {
  it.each([
    ['cnc 주조', ['C24312', 'C24311']],
    ['로봇 주물 주조', ['C24312', 'C24311', 'C29280']],
    ['강 업', []],
    ['of', []],
    ['', []],
  ])('to %s are %j', (query, found) => {
    expect(nearestIndustries(industries, query).map(({ code }) => code)).toEqual(found)
  })
})

import { describe, expect, it } from 'vitest'
import type { Agency } from './records.ts'
import { type Searchable, searchIndexOf } from './search.ts'

const agencies: Agency[] = [
  {
    id: 'motie',
    kind: 'ministry',
    name: { ko: '산업통상부', en: 'Ministry of Trade and Industry' },
    names: [{ name: { ko: '산업통상자원부', en: 'MOTIE' } }],
  },
  { id: 'kiat', kind: 'executing', ministry: 'motie', name: { ko: '한국산업기술진흥원', en: 'KIAT' } },
]

const programme = (id: string, ko: string, en: string, more: Partial<Searchable> = {}): Searchable => ({
  id,
  name: { ko, en },
  agency: 'tipa',
  stages: ['equipment'],
  editions: [{ criteria: [] }],
  ...more,
})

const programmes = [
  programme('next-root', '차세대뿌리기업 육성', 'Next-generation root firms', { agency: 'kiat', stages: ['r&d'] }),
  programme('smart', '스마트공장 보급·확산', 'Smart factory diffusion'),
  programme('repair', '수리기업 현장 지원', 'Repair shops', {
    summary: { ko: '뿌리기술을 쓰는 기업', en: 'Firms with root technology' },
  }),
  programme('voucher', '수출 바우처', 'Export voucher', { stages: ['export'] }),
  programme('robot', '서비스로봇 실증', 'Service robot demonstration', {
    editions: [
      {
        criteria: [{ label: { ko: '중소기업', en: 'an SME' } }],
        preferences: [{ label: { ko: '수출 실적이 있는 기업', en: 'exporter' } }],
      },
    ],
  }),
]
const index = searchIndexOf(programmes, agencies, { equipment: { ko: '설비', en: 'equipment' } })
const first = (query: string) => index.search(query).ids[0]

describe('search', () => {
  it.each([
    ['a part of a word', '뿌리기업', 'next-root'],
    ['words apart that are printed together', '뿌리 기업', 'next-root'],
    ['words together that are printed apart', '수출바우처', 'voucher'],
    ['words around a dot', '보급확산', 'smart'],
    ['a syllable', '뿌', 'next-root'],
    ['first consonants', 'ㅃㄹ', 'next-root'],
    ['one consonant', 'ㅊ', 'next-root'],
    ['the beginning of an English word', 'smart fac', 'smart'],
    ['a slip in a long English word', 'demonstrashion', 'robot'],
    ['one letter off', 'vaucher', 'voucher'],
    ['its ministry under an earlier name', '산업통상자원부', 'next-root'],
    ['its agency', '기술진흥원', 'next-root'],
    ['a stage in Korean', '설비', 'repair'],
    ['r&d', 'R&D', 'next-root'],
    ['nothing that there is', '양자컴퓨터', undefined],
  ])('finds by %s: %s', (_, query, id) => {
    expect(first(query)).toBe(id)
  })

  it('puts the very word in a name first, then the very word anywhere', () => {
    expect(index.search('수출').ids).toEqual(['voucher', 'robot'])
    expect(index.search('뿌리기업').ids[0]).toBe('next-root')
  })

  it.each([
    ['Qnfl', '뿌리', 'next-root'],
    ['개ㅠㅐㅅ', 'robot', 'robot'],
    ['뿌릭', '뿌리', 'next-root'],
    ['뿌리ㄱ', '뿌리', 'next-root'],
  ])('reads %s as %s', (typed, readAs, id) => {
    const found = index.search(typed)
    expect(found.readAs).toBe(readAs)
    expect(found.ids).toContain(id)
  })

  it('finds nothing for nothing, and is not upset by signs', () => {
    for (const query of ['', '  ', '((((', '<script>', '😀', '\\', '*', 'ㅏ'.repeat(5000)])
      expect(index.search(query).ids).toEqual([])
  })
})

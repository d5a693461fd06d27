import type { Window } from '@ieum/catalogue/records'
import type { RuledProgramme } from '@ieum/rules'
import { describe, expect, it } from 'vitest'
import { directoryOf } from '../../rulebook/directory.ts'
import { countsOf, entriesOf, listed } from './programme-list.ts'

const programme = (
  id: string,
  stages: readonly string[],
  windows: readonly Window[],
  agency = 'tipa',
): RuledProgramme => ({
  id,
  name: { ko: id, en: id },
  agency,
  stages,
  kind: 'grant',
  editions: [{ edition: '2026', windows, criteria: [], exclusions: [], preferences: [] }],
})

const agency = (id: string, ministry?: string) => ({
  id,
  kind: ministry ? ('executing' as const) : ('ministry' as const),
  name: { ko: id, en: id },
  ...(ministry && { ministry }),
})

const programmes = [
  programme('over', ['digital'], [{ opens: '2026-01-01', closes: '2026-02-01' }]),
  programme('later', ['digital', 'export'], [{ opens: '2026-08-01', closes: '2026-09-01' }]),
  programme('open', ['digital'], [{ opens: '2026-05-01', closes: '2026-06-30' }], 'kiat'),
]
const directory = directoryOf({
  id: 'x',
  facts: [],
  agencies: [agency('mss'), agency('motie'), agency('tipa', 'mss'), agency('kiat', 'motie')],
  parameters: [],
  links: [],
  commonRules: [],
  pathways: [],
  programmes,
  sentences: [],
  derived: [],
})
const entries = entriesOf(programmes, directory, '2026-06-01')
const ids = (found: ReturnType<typeof listed>) => found.map(({ programme }) => programme.id)

describe('the list of programmes', () => {
  it('shows what is open first, then what opens next', () => {
    expect(ids(listed(entries, {}))).toEqual(['open', 'later', 'over'])
  })

  it('keeps to the filters and to the order of a search', () => {
    expect(ids(listed(entries, { ministry: 'mss' }))).toEqual(['later', 'over'])
    expect(ids(listed(entries, { window: 'open' }))).toEqual(['open'])
    expect(ids(listed(entries, { stage: 'digital' }, ['over', 'open']))).toEqual(['over', 'open'])
  })

  it('counts what each value of a filter would leave, its own choice aside', () => {
    expect(countsOf(entries, 'ministry', { ministry: 'motie' })).toEqual([
      ['mss', 2],
      ['motie', 1],
    ])
    expect(countsOf(entries, 'stage', { ministry: 'mss' })).toEqual([
      ['digital', 2],
      ['export', 1],
    ])
    expect(countsOf(entries, 'window', {}, ['over'])).toEqual([['closed', 1]])
  })
})

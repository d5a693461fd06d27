import type { Catalogue, Edition, Fact, Firm, Link, Parameter, Programme, Source } from '@ieum/catalogue/records'
import { buildRulebook } from '@ieum/rules/parse'
import { describe, expect, it } from 'vitest'
import { catalogueOf } from '../open-catalogue.ts'
import { ruleChanges } from './rule-changes.ts'
import { firmsTouched, openedForOne } from './touched-firms.ts'

const on = '2026-06-01'
const words = (text: string) => ({ ko: text, en: text })
const notice: Source = { title: 'notice', dated: '2026-03-05' }
const corrected: Source = { title: 'notice, corrected', dated: '2026-05-20' }
const open = { opens: '2026-05-01', closes: '2026-12-31' }
const ahead = { opens: '2026-09-01', closes: '2026-12-31' }

const edition = (parts: Partial<Edition> = {}): Edition => ({
  edition: '2026',
  source: notice,
  windows: [open],
  criteria: [{ id: 'size', when: 'employees < limit' }],
  exclusions: [],
  ...parts,
})

const size = (when: string) => ({ criteria: [{ id: 'size', when }] })

const fact = (name: string, derived?: string): Fact => ({
  name,
  type: 'number',
  about: 'firm',
  changes: 'by-firm',
  ...(derived === undefined ? { ask: 'question', question: words('?') } : { derived, source: corrected }),
})
const [employees, founded] = [fact('employees'), fact('founded')]

const limit = (...editions: Parameter['editions']): Parameter => ({
  id: 'limit',
  type: 'number',
  editions: editions.length > 0 ? editions : [{ from: '2026-01-01', source: notice, value: 300 }],
})

const example = (employees: number): NonNullable<Programme['examples']>[number] => ({
  name: `${employees} people`,
  firm: { employees },
  on,
  expect: 'eligible',
})

function catalogue(
  editions: readonly Edition[],
  more: Partial<Pick<Catalogue, 'facts' | 'parameters' | 'commonRules' | 'links'>> & {
    examples?: Programme['examples']
  } = {},
) {
  const { examples, ...parts } = more
  const { rulebook, faults } = buildRulebook({
    id: 'small',
    facts: [employees, founded],
    agencies: [
      { id: 'mss', kind: 'ministry', name: words('mss') },
      { id: 'tipa', kind: 'executing', ministry: 'mss', name: words('tipa') },
    ],
    parameters: [limit()],
    programmes: [
      {
        id: 'tools',
        name: words('tools'),
        agency: 'tipa',
        stages: ['equipment'],
        kind: 'grant',
        editions,
        examples: examples ?? [example(10), example(299), example(310), example(400)],
      },
    ],
    links: [],
    pathways: [],
    ...parts,
  })
  expect(faults).toEqual([])
  return catalogueOf(rulebook)
}

const before = catalogue([edition()])
const changesTo = (after: ReturnType<typeof catalogue>) => ruleChanges(before.rulebook, after.rulebook, on)
const only = (after: ReturnType<typeof catalogue>) => {
  const changes = changesTo(after)
  expect(changes).toHaveLength(1)
  return changes[0]
}

describe('T5 C21: a rule that firms are judged by already', () => {
  it('is not changed in silence: what it said, what it says, and that it needs a later source', () => {
    expect(only(catalogue([edition(size('employees < 320'))]))).toEqual({
      where: 'programmes/tools/2026/criteria/size',
      programme: 'tools',
      how: 'changed',
      before: 'employees < limit',
      after: 'employees < 320',
      source: notice,
      refused: 'counts already',
    })
  })

  it.each<[string, Partial<Edition>]>([
    ['taken out', { criteria: [] }],
    ['added', { exclusions: [{ id: 'old', when: 'employees > 1000' }] }],
    ['left to an official', { criteria: [{ id: 'size', judgement: true }] }],
    ['given more money', { support: { max: 900_000_000 } }],
  ])('is not %s in silence', (_, parts) => {
    expect(changesTo(catalogue([edition(parts)])).map(({ refused }) => refused)).toContain('counts already')
  })

  it('is changed by a corrected notice, which is later', () => {
    expect(only(catalogue([edition({ ...size('employees < 320'), source: corrected })]))).not.toHaveProperty('refused')
    const earlier = { ...corrected, dated: '2026-03-05' }
    expect(only(catalogue([edition({ ...size('employees < 320'), source: earlier })]))).toHaveProperty('refused')
  })

  it('is changed by no notice, whatever its day, where none before has one: nothing tells which is the later', () => {
    const { dated: _, ...undated } = notice
    const [was, is] = [{ source: undated }, { ...size('employees < 320'), source: { ...notice, dated: '1999-01-01' } }]
    const [change] = ruleChanges(catalogue([edition(was)]).rulebook, catalogue([edition(is)]).rulebook, on)
    expect(change).toHaveProperty('refused', 'counts already')
  })

  it.each<[string, Partial<Edition>, string]>([
    ['closes later', { windows: [{ ...open, closes: '2027-03-31' }] }, 'windows/2026-05-01'],
    ['is decided later', { decision: { days: 90 } }, 'decision'],
    ['runs longer', { months: 24 }, 'months'],
  ])('is in silence not one that %s', (_, parts, part) => {
    expect(only(catalogue([edition(parts)]))).toMatchObject({
      where: `programmes/tools/2026/${part}`,
      refused: 'counts already',
    })
  })

  it('is what its label says where an official judges it', () => {
    const judged = (ko: string, en: string) =>
      catalogue([edition({ criteria: [{ id: 'field', judgement: true, label: { ko, en } }] })])
    const [was, is] = [judged('로봇', 'robots'), judged('로봇·드론', 'robots')]
    expect(ruleChanges(was.rulebook, is.rulebook, on)).toEqual([
      {
        where: 'programmes/tools/2026/criteria/field',
        programme: 'tools',
        how: 'changed',
        before: 'an official judges: 로봇 / robots',
        after: 'an official judges: 로봇·드론 / robots',
        source: notice,
        refused: 'counts already',
      },
    ])
  })

  it('may be written otherwise with other spaces', () => {
    expect(changesTo(catalogue([edition(size('employees  <\n limit'))]))).toEqual([])
  })
})

describe('T5: a rule that nobody is judged by yet', () => {
  it('changes freely, for its window opens later', () => {
    const [was, is] = [
      catalogue([edition({ windows: [ahead] })]),
      catalogue([edition({ windows: [ahead], ...size('employees < 320') })]),
    ]
    const [change] = ruleChanges(was.rulebook, is.rulebook, on)
    expect(change).toMatchObject({ how: 'changed' })
    expect(change).not.toHaveProperty('refused')
  })

  it('comes with a further window that opens later, and none that has opened', () => {
    const further = (opens: string) => only(catalogue([edition({ windows: [open, { ...ahead, opens }] })]))
    expect(further('2026-09-01')).toMatchObject({ where: 'programmes/tools/2026/windows/2026-09-01', how: 'new' })
    expect(further('2026-09-01')).not.toHaveProperty('refused')
    expect(further('2026-05-15')).toHaveProperty('refused', 'counts already')
  })

  it('comes with a new edition, which says its source', () => {
    const next = edition({ edition: '2027', windows: [open] })
    const told = (next: Edition) =>
      changesTo(catalogue([edition(), next])).map(({ where, how, refused }) => [where, how, refused])
    const [size, window] = ['criteria/size', 'windows/2026-05-01'].map(part => `programmes/tools/2027/${part}`)
    expect(told(next)).toEqual([
      [size, 'new', undefined],
      [window, 'new', undefined],
    ])
    const { source: _, ...bare } = next
    expect(told(bare)).toEqual([
      [size, 'new', 'no source'],
      [window, 'new', 'no source'],
    ])
  })
})

describe('T5: what many programmes read', () => {
  const year = { from: '2026-01-01', source: notice, value: 300 }

  it('takes a new figure from a later day on', () => {
    const after = catalogue([edition()], {
      parameters: [limit(year, { from: '2027-01-01', source: corrected, value: 350 })],
    })
    expect(only(after)).toMatchObject({ where: 'parameters/limit@2027-01-01', how: 'new' })
    expect(only(after)).not.toHaveProperty('refused')
  })

  it('does not take another figure for days that are past', () => {
    expect(only(catalogue([edition()], { parameters: [limit({ ...year, value: 350 })] }))).toMatchObject({
      where: 'parameters/limit@2026-01-01',
      refused: 'counts already',
    })
    const between = { from: '2026-05-01', source: notice, value: 350 }
    expect(changesTo(catalogue([edition()], { parameters: [limit(year, between)] })).at(-1)).toHaveProperty('refused')
  })

  it('ends from a later day on, and not on one that is past', () => {
    const ending = (was: object, is: object) => {
      const [before, after] = [was, is].map(end => catalogue([edition()], { parameters: [limit({ ...year, ...end })] }))
      const [change] = ruleChanges(before!.rulebook, after!.rulebook, on)
      return change?.refused
    }
    expect(ending({}, { until: on })).toBeUndefined()
    expect(ending({ until: '2026-12-31' }, { until: '2027-12-31' })).toBeUndefined()
    expect(ending({ until: '2026-12-31' }, {})).toBeUndefined()
    expect(ending({}, { until: '2026-05-31' })).toBe('counts already')
    expect(ending({ until: '2026-05-31' }, { until: '2026-12-31' })).toBe('counts already')
    expect(ending({}, { until: '2026-12-31', value: 350 })).toBe('counts already')
  })

  it('ends with the common rule, or the link, that is given a last day', () => {
    const rule = {
      id: 'no-more',
      label: words('no more'),
      source: { title: 'law', dated: '2025-01-01' },
      applies: { programmes: ['tools'] },
      exclusion: { when: 'employees > 500' },
    }
    const { exclusion: _, ...shared } = rule
    const cap = { ...shared, id: 'cap', cap: { most: '1000', used: ['employees'] } }
    const link = {
      id: 'tools-again',
      from: { programme: 'tools' },
      to: 'tools',
      kind: 'follow-on',
      source: notice,
    } as const
    const until = (valid?: { from?: string; to?: string }) => {
      const commonRules = [rule, cap].map(one => ({ ...one, ...(valid && { valid }) }))
      return catalogue([edition()], { commonRules, links: [{ ...link, ...(valid && { valid }) }] }).rulebook
    }
    const refusedOf = (before: ReturnType<typeof until>, after: ReturnType<typeof until>) =>
      ruleChanges(before, after, on).map(({ where, refused }) => [where, refused])
    const from = '2026-01-01'
    for (const [was, is] of [
      [until({ from }), until({ from, to: '2026-06-30' })],
      [until(), until({ to: '2026-06-30' })],
    ] as const)
      expect(refusedOf(was, is)).toEqual([
        ['common-rules/cap', undefined],
        ['common-rules/no-more', undefined],
        ['links/tools-again', undefined],
      ])
    const past = refusedOf(until({ from }), until({ from, to: '2026-05-31' }))
    expect(past.map(([, refused]) => refused)).toEqual(Array(3).fill('counts already'))
  })

  it('is not shut by a new common rule from a day that is past', () => {
    const rule = {
      id: 'no-more',
      label: words('no more'),
      source: { title: 'law', dated: '2025-01-01' },
      applies: { programmes: ['tools'] },
      exclusion: { when: 'employees > 5' },
    }
    expect(only(catalogue([edition()], { commonRules: [rule] }))).toHaveProperty('refused', 'counts already')
    const later = { ...rule, valid: { from: '2026-07-01' } }
    expect(only(catalogue([edition()], { commonRules: [later] }))).not.toHaveProperty('refused')
  })

  it('is shut otherwise by a common rule with a later source than its own, whatever another one has', () => {
    const rule = (id: string, dated: string, people: number) => ({
      id,
      label: words(id),
      source: { title: 'law', dated },
      applies: { programmes: ['tools'] },
      exclusion: { when: `employees > ${people}` },
    })
    const other = rule('other', '2026-05-01', 1000)
    const [was, is] = [rule('no-more', '2025-01-01', 500), rule('no-more', '2026-04-01', 400)].map(
      one => catalogue([edition()], { commonRules: [one, other] }).rulebook,
    )
    const [change, ...others] = ruleChanges(was!, is!, on)
    expect(others).toEqual([])
    expect(change).toMatchObject({ where: 'common-rules/no-more', how: 'changed' })
    expect(change).not.toHaveProperty('refused')
  })

  it('is not worked out for firms that were asked before, whatever its source, and one that is new is', () => {
    const facts = [fact('employees', 'founded * 0'), founded]
    expect(only(catalogue([edition()], { facts }))).toEqual({
      where: 'facts/employees',
      how: 'new',
      after: 'founded * 0',
      source: corrected,
      refused: 'counts already',
    })
    const further = [employees, founded, fact('age', '2026 - founded')]
    expect(only(catalogue([edition()], { facts: further }))).not.toHaveProperty('refused')
  })

  it('is not opened by a new link that waives something of a programme that stood there, but from a later day on', () => {
    const link: Link = {
      id: 'again',
      from: { programme: 'tools' },
      to: 'tools',
      kind: 'relaxes',
      source: corrected,
      waives: ['size'],
    }
    const refusedOf = (link: Link) => only(catalogue([edition()], { links: [link] }))?.refused
    expect(refusedOf(link)).toBe('counts already')
    expect(refusedOf({ ...link, valid: { from: '2026-07-01' } })).toBeUndefined()
    const { waives: _, ...joins } = link
    expect(refusedOf({ ...joins, kind: 'follow-on' })).toBeUndefined()
    // Nobody was judged by a programme that comes with it.
    const none = { ...before.rulebook, programmes: [] }
    const both = catalogue([edition()], { links: [link] }).rulebook
    expect(ruleChanges(none, both, on).filter(({ refused }) => refused)).toEqual([])
  })

  it('is opened by a link that stood there and comes to waive something with a later source alone', () => {
    const link: Link = { id: 'again', from: { programme: 'tools' }, to: 'tools', kind: 'relaxes', source: notice }
    const refusedOf = (more: Partial<Link>) => {
      const [was, is] = [{ kind: 'follow-on' } as const, more].map(parts =>
        catalogue([edition()], { links: [{ ...link, ...parts }] }),
      )
      return ruleChanges(was!.rulebook, is!.rulebook, on).map(({ refused }) => refused)
    }
    expect(refusedOf({ waives: ['size'] })).toEqual(['counts already'])
    expect(refusedOf({ waives: ['size'], source: corrected })).toEqual([undefined])
  })
})

describe('T5: before a change is approved', () => {
  const touched = (after: ReturnType<typeof catalogue>, firms: readonly Firm[] = []) =>
    firmsTouched({ before, after, changes: changesTo(after), on, firms })
  const forOne = (found: ReturnType<typeof touched>, given = false) =>
    openedForOne(found, given).map(({ firm }) => firm)

  it('the firms that it brings to another verdict are shown, by programme', () => {
    const found = touched(catalogue([edition(size('employees < 350'))]))
    expect(found).toEqual([
      { programme: 'tools', firm: 'tools: 310 people', on, before: 'not-eligible', after: 'eligible', as: 'example' },
    ])
    expect(openedForOne(found, false)).toEqual(found)
  })

  it('one that opens a programme as far as an official judges is said to be for one too', () => {
    const judged = catalogue([edition({ criteria: [{ id: 'size', judgement: true }] })])
    const small = [{ id: 'small', facts: { employees: 10 } }]
    // The firm that was let in already is not one for which it opens.
    const firms = [...small, { id: 'mine', facts: { employees: 330 } }]
    expect(
      touched(judged, firms)
        .map(({ firm, after }) => [firm, after])
        .slice(0, 2),
    ).toEqual([
      ['small', 'judgement'],
      ['mine', 'judgement'],
    ])
    expect(forOne(touched(judged, firms), true)).toEqual(['mine'])
  })

  it('one that opens a programme to several firms of the examples before is not said to be for one', () => {
    const found = touched(catalogue([edition(size('employees < 500'))]))
    expect(found).toHaveLength(2)
    expect(forOne(found)).toEqual([])
  })

  it('whoever makes it cannot silence that by an example of his own', () => {
    const examples = [example(10), example(299), example(310), example(400), example(311)]
    const found = touched(catalogue([edition(size('employees < 350'))], { examples }))
    expect(found.map(({ firm, as }) => [firm, as])).toEqual([
      ['tools: 310 people', 'example'],
      ['tools: 311 people', 'new example'],
    ])
    expect(forOne(found)).toEqual(['tools: 310 people'])
  })

  it('of firms that were given, those alone are counted', () => {
    const after = catalogue([edition(size('employees < 350'))])
    const mine = { id: 'mine', facts: { employees: 330 } }
    expect(forOne(touched(after, [mine]), true)).toEqual(['mine'])
    expect(forOne(touched(after, [mine, { id: 'other', facts: { employees: 340 } }]), true)).toEqual([])
  })

  it('a figure that many programmes read is tried on the firms of all', () => {
    const parameters = [limit({ from: '2026-01-01', source: corrected, value: 305 })]
    expect(touched(catalogue([edition()], { parameters }))).toEqual([])
    const wider = [limit({ from: '2026-01-01', source: corrected, value: 401 })]
    expect(touched(catalogue([edition()], { parameters: wider }))).toHaveLength(2)
  })

  it('a firm that was given is tried beside the examples', () => {
    const after = catalogue([edition(size('employees < 350'))])
    const firms = [{ id: 'mine', facts: { employees: 330 } }]
    const found = firmsTouched({ before, after, changes: changesTo(after), on, firms })
    expect(found.map(({ firm }) => firm)).toEqual(['mine', 'tools: 310 people'])
  })
})

import { describe, expect, it } from 'vitest'
import { link, terms, twoAgencies } from '../testing/two-agencies.ts'
import { acting } from '../testing/world.ts'
import { draftFromCatalogue } from './draft-from-catalogue.ts'
import { withAgreedLinks } from './links-in-force.ts'
import { type Terms, wrongInTerms } from './terms.ts'

const on = '2026-06-01'
const { rulebook } = twoAgencies()
const fieldsWrong = (more: Partial<Terms>) => wrongInTerms(terms(more), rulebook, on).map(({ field }) => field)

describe('terms of a link', () => {
  it('fit the catalogue as it is', () => {
    expect(fieldsWrong({ waives: ['tax'], accepts: ['root', 'size'], kind: 'relaxes' })).toEqual([])
  })

  it.each<[string, Partial<Terms>, string[]]>([
    ['an unknown programme', { toProgramme: 'none' }, ['/toProgramme']],
    ['two programmes of one agency', { toProgramme: 'mss-other' }, ['/toProgramme']],
    ['a criterion of an older edition', { waives: ['of-last-year'] }, ['/waives/0']],
    ['a criterion that the programme does not have', { accepts: ['root', 'hand-work'] }, ['/accepts/1']],
    ['a criterion twice', { accepts: ['root', 'root'] }, ['/accepts/1']],
    ['a criterion both waived and accepted', { waives: ['root'], accepts: ['root'] }, ['/accepts/0']],
    ['a link that relaxes nothing', { kind: 'relaxes' }, ['/waives']],
    ['no days to answer', { daysToAnswer: 0, remindBefore: 0 }, ['/daysToAnswer', '/remindBefore']],
    ['half a day', { daysToAnswer: 2.5 }, ['/daysToAnswer']],
    ['a reminder before the start', { remindBefore: 10 }, ['/remindBefore']],
    ['no places', { places: 0 }, ['/places']],
    ['blanks for a legal basis', { legalBasis: ' \n' }, ['/legalBasis']],
    ['no purpose in one language', { purpose: { ko: '다음', en: '' } }, ['/purpose/en']],
    ['a day that is none', { validFrom: '2026-02-30' }, ['/validFrom']],
    ['an end before the beginning', { validFrom: '2026-07-01', validTo: '2026-06-30' }, ['/validTo']],
    ['an end that is past', { validTo: '2026-05-31' }, ['/validTo']],
    ['several at once', { toProgramme: 'none', legalBasis: '' }, ['/toProgramme', '/legalBasis']],
  ])('are refused with %s', (_, more, fields) => {
    expect(fieldsWrong(more)).toEqual(fields)
  })
})

describe('a draft from a link of the catalogue', () => {
  const catalogue = twoAgencies([{ ...link, waives: ['tax', 'gone'], valid: { from: '2026-09-01' } }])
  const ofAgency = (agency: string) =>
    acting(
      { id: 'p', email: 'p@example.kr', name: 'p', locale: 'ko', secondFactor: true },
      { is: 'post', post: 'x', agency, role: 'programme-owner', programmes: [] },
    )

  it('starts with what the notice says, without criteria that are no longer there', () => {
    expect(draftFromCatalogue(catalogue, ofAgency('kpic'), link.id)).toMatchObject({
      is: 'start',
      terms: {
        legalBasis: '정책협의회',
        councilTask: 'T7',
        waives: ['tax'],
        validFrom: '2026-09-01',
        daysToAnswer: 10,
      },
    })
  })

  it('is for the two agencies only', () => {
    expect(draftFromCatalogue(catalogue, ofAgency('kosmes'), link.id)).toEqual({ is: 'no such link' })
    expect(draftFromCatalogue(catalogue, ofAgency('tipa'), 'none')).toEqual({ is: 'no such link' })
  })
})

describe('a catalogue with links agreed here', () => {
  const firm = {
    id: 'f',
    facts: {
      employees: 20,
      region: '서울',
      tax_arrears: false,
      participations: [
        { programme: 'mss-automation-process', edition: '2025', outcome: 'completed', role: 'lead', on: '2026-05-01' },
      ],
    },
  }
  const verdict = (catalogue = twoAgencies()) =>
    catalogue.matcher.matchOne(firm, on, 'motie-root-intelligent-process')!.verdict

  it('waives what they waive, and leaves out one to a programme that it does not have', () => {
    const agreed = { ...link, id: 'agreed', kind: 'relaxes' as const, waives: ['region'] }
    expect(verdict()).toBe('not-eligible')
    expect(verdict(withAgreedLinks(twoAgencies(), [agreed, { ...agreed, id: 'away', to: 'none' }]))).toBe('judgement')
  })

  it('lets an agreed link take the place of one of the same id', () => {
    const { rulebook } = withAgreedLinks(twoAgencies(), [{ ...link, kind: 'follow-on' }])
    expect(rulebook.links.map(({ kind }) => kind)).toEqual(['follow-on'])
  })
})

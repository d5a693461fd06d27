/** A catalogue of two programmes of two agencies, and what they may agree on: for tests of links. */
import type { Catalogue, Criterion, Link } from '@ieum/catalogue/records'
import { buildRulebook } from '@ieum/rules/parse'
import type { Terms } from '../agreements/terms.ts'
import { catalogueOf, type OpenCatalogue } from '../open-catalogue.ts'

const words = (text: string) => ({ ko: text, en: text })
const asked = { about: 'firm', ask: 'question', changes: 'by-firm' } as const

const programme = (
  id: string,
  agency: string,
  criteria: readonly Criterion[],
  exclusions: readonly Criterion[] = [],
) => ({
  id,
  name: words(id),
  agency,
  stages: ['equipment'],
  kind: 'grant' as const,
  editions: [
    { edition: '2025', windows: [], criteria: [{ id: 'of-last-year', when: 'employees > 1' }], exclusions: [] },
    { edition: '2026', windows: [{ opens: '2026-05-01', closes: '2026-12-31' }], criteria, exclusions },
  ],
})

export const link: Link = {
  id: 'automation-to-root',
  from: { programme: 'mss-automation-process', outcome: 'completed' },
  to: 'motie-root-intelligent-process',
  kind: 'preferred',
  agreed: { by: ['mss', 'motie'], in: 'T7', source: { title: '정책협의회' } },
  label: words('led on'),
}

export function twoAgencies(links: readonly Link[] = [link]): OpenCatalogue {
  const catalogue: Catalogue = {
    id: 'two-agencies',
    facts: [
      { name: 'employees', type: 'number', ...asked, question: words('employees') },
      { name: 'tax_arrears', type: 'boolean', ...asked, question: words('tax') },
      { name: 'region', type: 'text', ...asked, question: words('region') },
    ],
    agencies: [
      { id: 'mss', kind: 'ministry', name: words('mss') },
      { id: 'motie', kind: 'ministry', name: words('motie') },
      { id: 'tipa', kind: 'executing', ministry: 'mss', name: words('tipa') },
      { id: 'kpic', kind: 'executing', ministry: 'motie', name: words('kpic') },
    ],
    parameters: [],
    links,
    pathways: [],
    programmes: [
      programme('mss-automation-process', 'tipa', [{ id: 'size', when: 'employees < 300' }]),
      programme('mss-other', 'tipa', [{ id: 'size', when: 'employees < 300' }]),
      programme(
        'motie-root-intelligent-process',
        'kpic',
        [
          { id: 'size', when: 'employees < 100' },
          { id: 'region', when: 'region = "경북"' },
          { id: 'root', judgement: true },
        ],
        [{ id: 'tax', when: 'tax_arrears = true' }],
      ),
    ],
  }
  const { rulebook, faults } = buildRulebook(catalogue)
  if (faults.length > 0) throw new Error(faults.map(({ wrong }) => wrong).join('; '))
  return catalogueOf(rulebook)
}

export const terms = (more: Partial<Terms> = {}): Terms => ({
  fromProgramme: 'mss-automation-process',
  outcome: 'completed',
  toProgramme: 'motie-root-intelligent-process',
  kind: 'preferred',
  daysToAnswer: 10,
  remindBefore: 2,
  expireAfter: 20,
  places: null,
  waives: [],
  accepts: [],
  legalBasis: '협약 제3조',
  purpose: words('다음 단계 지원'),
  councilTask: null,
  validFrom: '2026-01-01',
  validTo: null,
  ...more,
})

/** What a firm is asked before it is handed on: each consent with its own text, and what it would pass. */
import { addMonths } from '@ieum/catalogue/days'
import type { Day, FactName, Language } from '@ieum/catalogue/records'
import type { Database } from '@ieum/storage'
import { factWordsOf, sayDay } from '@ieum/wording'
import type { Acting, FirmCapacity } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { agreementOf, findReferral, type ReferralRow } from '../referrals/find-referral.ts'
import { type ConsentKind, type WrittenConsent, writtenConsent } from './consent-text.ts'
import { factsAskedBy } from './facts-asked.ts'

export interface ConsentNeeds {
  readonly database: Database
  readonly catalogue: OpenCatalogue
}

export interface ConsentAsked {
  readonly text: WrittenConsent
  readonly facts: readonly FactName[]
  readonly participations: boolean
  readonly papers: readonly { readonly id: string; readonly name: string }[]
}

export type ConsentsAsked =
  | {
      readonly is: 'asked'
      readonly referral: string
      readonly state: string
      readonly consents: readonly ConsentAsked[]
    }
  | { readonly is: 'no such referral' }

export interface ConsentsToShow {
  readonly language: Language
  /** Six months on when left out. */
  readonly until?: Day | undefined
  /** Facts that the firm leaves out. */
  readonly without?: readonly FactName[] | undefined
  readonly participations?: boolean | undefined
  /** All of them when left out. */
  readonly papers?: readonly string[] | undefined
}

/** What may be passed at most, and the texts as they read with what the firm has chosen from it: these are what it would agree to. */
export function askConsent(
  needs: ConsentNeeds,
  acting: Acting<FirmCapacity>,
  id: string,
  { language, until, without = [], participations = true, papers }: ConsentsToShow,
): Promise<ConsentsAsked> {
  return atDesk(needs, acting, async desk => {
    const referral = await findReferral(desk, id)
    if (!referral || !desk.may('read referral', ofFirm(acting), id)) return { is: 'no such referral' }
    const most = await mostToPass(needs, desk, referral)
    const chosen: Passing = {
      facts: most.facts.filter(name => !without.includes(name)),
      participations,
      papers: papers ? most.papers.filter(({ id }) => papers.includes(id)) : most.papers,
    }
    const kinds: readonly ConsentKind[] =
      most.papers.length > 0 ? ['hand-off', 'papers', 'outcome'] : ['hand-off', 'outcome']
    const consents: ConsentAsked[] = []
    for (const kind of kinds) {
      const text = await textOf(needs, desk, referral, kind, passedBy(kind, chosen), {
        language,
        until: until ?? usualUntil(acting.on),
      })
      if (text) consents.push({ text, ...passedBy(kind, most) })
    }
    return { is: 'asked', referral: id, state: referral.state, consents }
  })
}

export const ofFirm = ({ capacity }: Acting<FirmCapacity>) =>
  new Set([capacity.role === 'firm-member' ? ('own' as const) : ('delegate' as const)])

export interface Passing {
  readonly facts: readonly FactName[]
  readonly participations: boolean
  readonly papers: readonly { readonly id: string; readonly name: string }[]
}

/** Data minimisation: the facts that the next programme's rules read and the firm has, and papers that passed their check. */
export async function mostToPass(
  { catalogue }: ConsentNeeds,
  { tx, acting }: Desk<Acting<FirmCapacity>>,
  referral: ReferralRow,
): Promise<Passing> {
  const asked = factsAskedBy(catalogue, referral.to_programme, acting.on)
  const known = await tx
    .selectFrom('fact')
    .select('name')
    .distinct()
    .where('firm_id', '=', referral.firm_id)
    .where('withdrawn_at', 'is', null)
    .execute()
  const papers = await tx
    .selectFrom('paper')
    .select(['id', 'name'])
    .where('firm_id', '=', referral.firm_id)
    .where('state', '=', 'clean')
    .where('removed_at', 'is', null)
    // What came with a case from elsewhere goes back with it, and is passed on from there.
    .where('came_with', 'is', null)
    .orderBy('uploaded_at')
    .execute()
  const names = new Set(known.map(({ name }) => name))
  return { facts: asked.filter(name => names.has(name)), participations: true, papers }
}

const nothing: Passing = { facts: [], participations: false, papers: [] }

/** What goes with which consent: separate things are separately agreed to. */
export function passedBy(kind: ConsentKind, passing: Passing): Passing {
  if (kind === 'hand-off') return { ...passing, papers: [] }
  return kind === 'papers' ? { ...nothing, papers: passing.papers } : nothing
}

export async function textOf(
  { catalogue }: ConsentNeeds,
  desk: Desk,
  referral: ReferralRow,
  kind: ConsentKind,
  passed: Passing,
  { language, until }: { readonly language: Language; readonly until: Day },
): Promise<WrittenConsent | undefined> {
  const { on } = desk.acting
  const agreement = await agreementOf(desk, referral)
  const agencyName = (id: string): string => {
    const agency = catalogue.rulebook.agencies.find(agency => agency.id === id)
    return agency?.name[language] ?? id
  }
  const words = factWordsOf(catalogue.rulebook, on, language)
  const programme =
    catalogue.rulebook.programmes.find(({ id }) => id === referral.to_programme)?.name[language] ??
    referral.to_programme
  const items = {
    'hand-off': [
      said[language].firm,
      ...passed.facts.map(words.nameOf),
      ...(passed.participations ? [said[language].participations] : []),
      ...(agreement.accepts.length > 0 ? [said[language].decisions] : []),
    ],
    papers: passed.papers.map(({ name }) => name),
    outcome: [said[language].outcome],
  }[kind]
  const purpose = language === 'ko' ? agreement.purpose_ko : agreement.purpose_en
  return writtenConsent(
    catalogue,
    kind,
    {
      recipient: agencyName(kind === 'outcome' ? referral.from_agency : referral.to_agency),
      purpose: kind === 'outcome' ? said[language].follow : `${programme}: ${purpose}`,
      items: items.join(', '),
      until: said[language].until(sayDay(until, language)),
    },
    { on, language },
  )
}

const said = {
  ko: {
    firm: '기업 이름과 사업자등록번호',
    participations: '지금까지 받은 지원',
    decisions: '보내는 기관이 서명한 판정',
    outcome: '선정, 완료 또는 중단 여부',
    follow: '보낸 연계가 어떻게 되었는지 알기',
    until: (day: string) => `${day}까지`,
  },
  en: {
    firm: 'name and business number of the firm',
    participations: 'support received so far',
    decisions: 'signed decisions of the sending agency',
    outcome: 'whether the firm was enrolled, completed or stopped',
    follow: 'to know what became of the referral',
    until: (day: string) => `until ${day}`,
  },
} as const

/** Half a year: long enough for a selection, short enough that nothing stays open by forgetting. */
const usualUntil = (on: Day): Day => addMonths(on, 6)

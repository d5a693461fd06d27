/**
 * Two hundred firms that are like those who ask: the same ones every time. How they are drawn, and from which figures, stands in
 * docs/benchmarks.md.
 */
import { addDays } from '@ieum/catalogue/days'
import type { Day, FactName, Firm, Value } from '@ieum/catalogue/records'

type Facts = Readonly<Record<FactName, Value>>

/** The firms written by hand that the drawn ones start from, with the industries that share what is written there. */
const kinds: readonly { readonly like: string; readonly share: number; readonly industries: readonly string[] }[] = [
  { like: 'small-maker', share: 0.24, industries: ['C25924', 'C25929', 'C25934', 'C18113', 'C31101', 'C33309'] },
  { like: 'gyeongbuk-foundry', share: 0.16, industries: ['C24311', 'C24321', 'C25912', 'C25921', 'C29293', 'C24122'] },
  { like: 'cosmetics-exporter', share: 0.14, industries: ['C20423', 'C10797', 'C14193', 'C32029'] },
  { like: 'supply-chain-materials', share: 0.12, industries: ['C22212', 'C20499', 'C26121', 'C28202', 'C24213'] },
  { like: 'robot-integrator', share: 0.12, industries: ['C29280', 'C29271', 'C27212', 'C28114'] },
  { like: 'fabless-startup', share: 0.12, industries: ['C26112', 'C26299', 'J58222', 'M70121'] },
  { like: 'mid-sized-parts-maker', share: 0.05, industries: ['C30399', 'C30310', 'C29150'] },
  { like: 'pre-founder', share: 0.05, industries: [] },
]

/** Shares of all shops and workshops by province. */
const regions: readonly (readonly [string, number])[] = [
  ['경기도', 0.243],
  ['서울특별시', 0.2],
  ['전남광주통합특별시', 0.063],
  ['경상남도', 0.062],
  ['부산광역시', 0.058],
  ['경상북도', 0.052],
  ['인천광역시', 0.049],
  ['충청남도', 0.045],
  ['대구광역시', 0.043],
  ['강원특별자치도', 0.04],
  ['전북특별자치도', 0.036],
  ['충청북도', 0.034],
  ['대전광역시', 0.029],
  ['제주특별자치도', 0.021],
  ['울산광역시', 0.02],
  ['세종특별자치시', 0.006],
]

/** Sales of a person employed in a small or medium firm, KRW a year: 3,301.2545 trillion by 19,117,649 people in 2023. */
const salesByHead = 172_700_000
const wonByDollar = 1_400

const certificates: readonly (readonly [string, number])[] = [
  ['venture', 0.25],
  ['inno-biz', 0.18],
  ['main-biz', 0.15],
  ['research-institute', 0.4],
  ['women-owned', 0.1],
  ['export-promising-sme', 0.05],
  ['somujang-specialist', 0.03],
]

const levels: readonly (readonly [string, number])[] = [
  ['none', 0.55],
  ['basic', 0.27],
  ['intermediate-1', 0.13],
  ['intermediate-2', 0.05],
]

/** How many of its facts a firm has told: one in five all, one in ten nothing but the first three. */
const told: readonly (readonly [number, number])[] = [
  [1, 0.2],
  [0.9, 0.25],
  [0.7, 0.25],
  [0.4, 0.2],
  [0, 0.1],
]

const alwaysTold = ['industry', 'region', 'employees']

/** `written`: the firms of examples/firms. Throws when one that is needed is not there. */
export function drawnFirms(written: readonly Firm[], count: number, on: Day): Firm[] {
  const random = randomFrom(20_261_126)
  const byId = new Map(written.map(firm => [firm.id, firm]))
  return Array.from({ length: count }, (_, number) => {
    const kind = drawn(
      kinds.map(each => [each, each.share] as const),
      random,
    )
    const like = byId.get(kind.like)
    if (!like) throw new Error(`there is no firm ${kind.like} to start from`)
    const facts =
      kind.industries.length > 0 ? drawnFacts(like.facts, kind.industries, on, random) : elsewhere(like.facts, random)
    const share = drawn(told, random)
    const isTold = (name: FactName) => alwaysTold.includes(name) || random() < share
    return {
      id: `${kind.like}-${number + 1}`,
      ...(share >= 0.7 && like.declares && { declares: like.declares }),
      facts: Object.fromEntries(Object.entries(facts).filter(([name]) => isTold(name))),
    }
  })
}

function drawnFacts(like: Facts, industries: readonly string[], on: Day, random: Random): Facts {
  // Sizes, sales and ages of firms are far from evenly spread: most are small, few are large (log-normal).
  const employees = Math.max(1, Math.round(Number(like.employees) * Math.exp(0.7 * normal(random))))
  const sales = Math.max(50, Math.round((employees * salesByHead * Math.exp(0.6 * normal(random))) / 1_000_000)) * 1e6
  const growth = sales / Number(like.sales)
  const years = Math.min(45, 9 * Math.exp(0.8 * normal(random)))
  const exportShare = random() < 0.45 ? 0.25 * random() ** 2 : 0
  const exports = Math.round((sales * exportShare) / wonByDollar / 1_000) * 1_000
  const level = like.has_factory === true ? drawn(levels, random) : 'none'
  const industry = industries[Math.floor(random() * industries.length)]!
  const own = Array.isArray(like.certificates) ? (like.certificates as readonly string[]) : []
  const kept = own.filter(name => !certificates.some(([drawn]) => drawn === name))
  const scaled = (name: FactName) => (typeof like[name] === 'number' ? Math.round((like[name] as number) * growth) : 0)
  return {
    ...elsewhere(like, random),
    industry,
    ...(like.factory_industries !== undefined && { factory_industries: [industry] }),
    founded: addDays(on, -Math.round(years * 365.25)),
    financial_statement_years: Math.floor(years),
    employees,
    sales,
    sales_3y_avg: Math.round(sales * (0.8 + 0.3 * random())),
    sales_history: [1, 0.85 + 0.3 * random(), 0.75 + 0.4 * random()].map(part => Math.round(sales * part)),
    assets: scaled('assets'),
    equity: scaled('equity'),
    ceo_age: Math.round(34 + 32 * random()),
    exports_usd: exports,
    exports_usd_history: [exports, ...[1, 2].map(() => Math.round(exports * random()))],
    patents: Math.floor(8 * random() ** 2),
    certificates: [...kept, ...certificates.filter(([, share]) => random() < share).map(([name]) => name)],
    smart_factory_level: level,
    smart_factory_source: level === 'none' ? 'none' : random() < 0.6 ? 'government' : 'own',
    participations: random() < 0.15 ? [earlier(on, random)] : [],
  }
}

/** A firm in another place: what was written of its district does not hold there. */
function elsewhere({ district: _, ...like }: Facts, random: Random): Facts {
  return { ...like, region: drawn(regions, random), main_industry_regions: [] }
}

/** Something that many have had before. */
function earlier(on: Day, random: Random): Value {
  const programmes = ['mss-smart-factory-basic', 'mss-export-voucher', 'mss-smart-factory-level-check', 'mss-jump-up']
  return {
    programme: programmes[Math.floor(random() * programmes.length)]!,
    edition: '2025',
    outcome: random() < 0.7 ? 'completed' : 'selected',
    role: 'lead',
    on: addDays(on, -Math.round(90 + 300 * random())),
  }
}

export type Random = () => number

/** Numbers in [0, 1), the same for the same seed (mulberry32, Tommy Ettinger, public domain). */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function drawn<T>(all: readonly (readonly [T, number])[], random: Random): T {
  let left = random() * all.reduce((sum, [, share]) => sum + share, 0)
  for (const [each, share] of all) {
    left -= share
    if (left < 0) return each
  }
  return all.at(-1)![0]
}

/** Box and Muller, 1958. */
const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

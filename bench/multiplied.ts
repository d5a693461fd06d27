/**
 * The real catalogue several times over, as one of a bigger country or of more ministries would be. Variant k of a programme has
 * another id, and speaks of its neighbours in variant k wherever the programme itself speaks of its neighbours.
 */
import { addDays, isMonth, lastOfMonth } from '@ieum/catalogue/days'
import type { Catalogue, CommonRule, Edition, Link, Parameter, Programme } from '@ieum/catalogue/records'
import type { Rulebook, RuledProgramme } from '@ieum/rules'

/** The same id with the number of its variant; the first is the programme itself. */
const variantOf = (id: string, variant: number): string => (variant === 0 ? id : `${id}--${variant + 1}`)

/** As many as asked for: those that there are, then the same again as second variants, and so on; the last may be cut short. */
function variants<T>(own: readonly T[], count: number): readonly { readonly each: T; readonly variant: number }[] {
  return Array.from({ length: count }, (_, number) => ({
    each: own[number % own.length]!,
    variant: Math.floor(number / own.length),
  }))
}

/** Other ids and nothing else: each variant says the very same sentences. */
export function renamed(rulebook: Rulebook, count: number): Rulebook {
  const programmes = variants(rulebook.programmes, count).map(({ each, variant }): RuledProgramme => {
    if (variant === 0) return each
    return { ...each, id: variantOf(each.id, variant), editions: each.editions.map(edition => ({ ...edition })) }
  })
  return { ...rulebook, programmes }
}

/** Windows of a variant are so many weeks later than those of the variant before it, so that variants are no mere copies. */
const weeksLater = 3

/**
 * As many programmes as asked for, with their links. What is said of programmes is said of those of the same variant: `excludes`,
 * links, ids in sentences, and lists of ids that sentences look into. Pathways and facts stay, and so do stages: a way through
 * stages finds all variants, a named pathway finds the first with whatever helps it.
 */
export function multiplied(catalogue: Catalogue, count: number): Catalogue {
  const there = variants(catalogue.programmes, count)
  const ids = new Set(there.map(({ each, variant }) => variantOf(each.id, variant)))
  const last = there.at(-1)?.variant ?? 0
  const names = Array.from({ length: last + 1 }, (_, variant) => namesOf(catalogue, ids, variant))
  return {
    ...catalogue,
    parameters: [...catalogue.parameters, ...names.flatMap(({ parameters }) => parameters)],
    programmes: there.map(({ each, variant }) =>
      variant === 0 ? withoutStrangers(each, ids) : variantOfProgramme(each, variant, names[variant]!, ids),
    ),
    commonRules: names.flatMap(({ id, sentence, list }, variant) =>
      (catalogue.commonRules ?? []).flatMap(rule => variantOfRule(rule, variant, { id, sentence, list }, ids)),
    ),
    links: names.flatMap(({ id }, variant) =>
      catalogue.links
        .map(link => (variant === 0 ? link : variantOfLink(link, variant, id)))
        .filter(link => ids.has(link.from.programme) && ids.has(link.to)),
    ),
  }
}

/** What programmes are called in one variant. */
interface Names {
  readonly id: (programme: string) => string
  readonly sentence: (text: string) => string
  readonly list: (parameter: string) => string
  /** The lists of ids that only this variant looks into. */
  readonly parameters: readonly Parameter[]
}

function namesOf({ programmes, parameters }: Catalogue, ids: ReadonlySet<string>, variant: number): Names {
  if (variant === 0) return { id: id => id, sentence: text => text, list: list => list, parameters: [] }
  const own = new Set(programmes.map(({ id }) => id))
  const id = (programme: string): string => (own.has(programme) ? variantOf(programme, variant) : programme)
  // A programme that the last, shorter variant does not have is spoken of as it is.
  const idThere = (programme: string): string => (ids.has(id(programme)) ? id(programme) : programme)
  const lists = parameters.filter(({ editions }) => editions.some(({ value }) => listOf(value).some(has(own))))
  const listName = (list: string) => `${list}_${variant + 1}`
  const isList = has(new Set(lists.map(({ id }) => id)))
  return {
    id,
    list: list => (isList(list) ? listName(list) : list),
    sentence: text =>
      text
        .replace(/"([^"]*)"/g, (quoted, within: string) => (own.has(within) ? `"${idThere(within)}"` : quoted))
        .replace(/"[^"]*"|[a-z_][a-z0-9_]*/gi, word => (isList(word) ? listName(word) : word)),
    parameters: lists.map(list => ({
      ...list,
      id: listName(list.id),
      editions: list.editions.map(edition => ({ ...edition, value: listOf(edition.value).map(renamedItem(idThere)) })),
    })),
  }
}

type ParameterValue = Parameter['editions'][number]['value']

const listOf = (value: ParameterValue): readonly (string | number)[] => (Array.isArray(value) ? value : [])

const has = (set: ReadonlySet<string | number>) => (item: string | number) => set.has(item)

const renamedItem = (id: (programme: string) => string) => (item: string | number) =>
  typeof item === 'string' ? id(item) : item

/** A catalogue cut short has no programmes that are not in it. */
function withoutStrangers(programme: Programme, ids: ReadonlySet<string>): Programme {
  const editions = programme.editions.map(edition => ({
    ...edition,
    ...(edition.excludes && { excludes: edition.excludes.filter(id => ids.has(id)) }),
  }))
  return withoutExamples({ ...programme, editions })
}

function variantOfProgramme(programme: Programme, variant: number, names: Names, ids: ReadonlySet<string>): Programme {
  return withoutExamples({
    ...programme,
    id: variantOf(programme.id, variant),
    editions: programme.editions.map(edition => variantOfEdition(edition, variant, names, ids)),
  })
}

/** Examples speak of the programme as it is. */
function withoutExamples({ examples: _, ...programme }: Programme): Programme {
  return programme
}

function variantOfEdition(edition: Edition, variant: number, names: Names, ids: ReadonlySet<string>): Edition {
  const days = variant * weeksLater * 7
  const { source, decision, excludes, support } = edition
  const saying = <T extends { readonly when?: string }>(rule: T): T =>
    rule.when === undefined ? rule : { ...rule, when: names.sentence(rule.when) }
  const bands = <T extends { readonly when?: string }>(all: number | readonly T[] | undefined) =>
    typeof all === 'object' ? all.map(saying) : all
  return {
    ...edition,
    ...(source?.dated !== undefined && { source: { ...source, dated: addDays(source.dated, days) } }),
    windows: edition.windows.map(({ opens, closes, ...window }) => ({
      ...window,
      ...(opens !== undefined && { opens: later(opens, days, `${opens.slice(0, 7)}-01`) }),
      ...(closes !== undefined && { closes: later(closes, days, lastOfMonth(closes.slice(0, 7))) }),
    })),
    ...(decision?.by !== undefined && {
      decision: { ...decision, by: later(decision.by, days, lastOfMonth(decision.by.slice(0, 7))) },
    }),
    criteria: edition.criteria.map(saying),
    exclusions: edition.exclusions.map(saying),
    ...(edition.preferences && { preferences: edition.preferences.map(saying) }),
    ...(excludes && { excludes: excludes.map(names.id).filter(id => ids.has(id)) }),
    ...(support && {
      support: {
        ...support,
        ...(support.max !== undefined && { max: bands(support.max)! }),
        ...(support.rate !== undefined && { rate: bands(support.rate)! }),
      },
    }),
  }
}

/** None where the variant has no programme that it is for. */
function variantOfRule(
  { examples: _, ...rule }: CommonRule,
  variant: number,
  names: Pick<Names, 'id' | 'sentence' | 'list'>,
  ids: ReadonlySet<string>,
): readonly CommonRule[] {
  const { programmes, listed_in } = rule.applies
  const named = programmes?.map(names.id).filter(id => ids.has(id))
  if (named?.length === 0) return []
  return [
    {
      ...rule,
      id: variantOf(rule.id, variant),
      applies: { ...(named && { programmes: named }), ...(listed_in && { listed_in: names.list(listed_in) }) },
      ...(rule.exclusion && { exclusion: { when: names.sentence(rule.exclusion.when) } }),
      ...(rule.cap && { cap: { most: names.sentence(rule.cap.most), used: rule.cap.used.map(names.sentence) } }),
    },
  ]
}

/** A printed day so many days later, its time of day kept; of a month the day that counts. */
function later(printed: string, days: number, ofMonth: string): string {
  if (isMonth(printed)) return addDays(ofMonth, days)
  return `${addDays(printed.slice(0, 10), days)}${printed.slice(10)}`
}

function variantOfLink(link: Link, variant: number, id: Names['id']): Link {
  return {
    ...link,
    id: variantOf(link.id, variant),
    from: { ...link.from, programme: id(link.from.programme) },
    to: id(link.to),
  }
}

/** The programmes that have one of some stages in turn, one of each stage after another, and then all others: for what is cut short. */
export function atStages(catalogue: Catalogue, stages: readonly string[]): Catalogue {
  const own = stages.map(stage => catalogue.programmes.filter(programme => programme.stages.includes(stage)))
  const longest = Math.max(...own.map(({ length }) => length))
  const inTurn = Array.from({ length: longest }, (_, at) => own.flatMap(programmes => programmes[at] ?? [])).flat()
  return { ...catalogue, programmes: [...new Set([...inTurn, ...catalogue.programmes])] }
}

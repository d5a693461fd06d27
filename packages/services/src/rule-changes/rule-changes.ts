/**
 * What of the rules differs between two states of a catalogue, and what of it may not be published as it is: a rule that counts already is
 * changed by a later source (a corrected notice), or from a later day on, never in silence.
 */
import type { Day, Source, Window, Words } from '@ieum/catalogue/records'
import type { Rulebook, RuledCommonRule, RuledEdition } from '@ieum/rules'

export interface RuleChange {
  /** `programmes/motie-x/2026/criteria/size`, `programmes/motie-x/2026/windows/2026-05-01`, `parameters/median_income@2026-01-01`, `facts/debt_ratio`, `common-rules/two-projects`, `links/x-to-y`. */
  readonly where: string
  /** The programme that it is in; left out where others read it as well. */
  readonly programme?: string
  readonly how: 'new' | 'gone' | 'changed'
  readonly before?: string
  readonly after?: string
  readonly source?: Source
  /** `counts already`: without a later source or a later day; `no source`: nobody could look it up. */
  readonly refused?: 'counts already' | 'no source'
}

/** One thing that a catalogue says about who may. */
interface Said {
  readonly says: string
  /** What it is a part of, and changes with: an edition, a parameter. */
  readonly of: string
  /** What it comes into where it is new: others were judged by that without it. */
  readonly into?: string
  readonly programme?: string
  /** The first day on which it counts; always when left out. */
  readonly from?: Day
  /** Of what may come to an end: the last day on which it counts, none when left out, and what it says besides. */
  readonly ends?: { readonly last?: Day; readonly besides: string }
  readonly source?: Source
}

/** All programmes there are: what a new common rule comes into. */
const everything = 'everything'

export function ruleChanges(before: Rulebook, after: Rulebook, on: Day): readonly RuleChange[] {
  const [was, is] = [saidIn(before), saidIn(after)]
  const known = new Map([...stoodThere(before), ...latestSources(was)])
  const places = [...new Set([...was.keys(), ...is.keys()])].sort()
  return places.flatMap((where): RuleChange[] => {
    const [old, now] = [was.get(where), is.get(where)]
    if (old?.says === now?.says) return []
    const { programme, source } = now ?? old!
    const refused = whyRefused(old, now, known, on)
    return [
      {
        where,
        ...(programme !== undefined && { programme }),
        how: old ? (now ? 'changed' : 'gone') : 'new',
        ...(old && { before: old.says }),
        ...(now && { after: now.says }),
        ...(source && { source }),
        ...(refused && { refused }),
      },
    ]
  })
}

function whyRefused(
  old: Said | undefined,
  now: Said | undefined,
  known: ReadonlyMap<string, Day | undefined>,
  on: Day,
): RuleChange['refused'] {
  if (now && !canBeLookedUp(now.source)) return 'no source'
  const counts = ({ from }: Said) => from === undefined || from <= on
  const { of, into = of } = now ?? old!
  // What it is a part of is new: nobody was judged by it yet.
  const isPartOfKnown = known.has(of) || known.has(into)
  if (!isPartOfKnown || ![old, now].some(said => said && counts(said))) return undefined
  if (old && now && onlyEndsOtherwise(old, now, on)) return undefined
  const [dated, before] = [now?.source?.dated, known.get(of)]
  // Without an earlier source that has a day there is none that it could correct.
  const isLater = dated !== undefined && before !== undefined && dated > before
  return isLater ? undefined : 'counts already'
}

/** The days until the earlier of the two ends are judged as they were, and that of the comparison is among them. */
function onlyEndsOtherwise({ ends: was }: Said, { ends: is }: Said, on: Day): boolean {
  if (!was || was.besides !== is?.besides) return false
  return [was.last, is.last].every(last => last === undefined || last >= on)
}

const canBeLookedUp = (source: Source | undefined): boolean =>
  source?.title !== undefined || source?.notice !== undefined || source?.url !== undefined

/** What firms were judged by before although it says nothing of its own: nothing that comes into it corrects a source. */
const stoodThere = ({ facts, programmes }: Rulebook): ReadonlyMap<string, Day | undefined> =>
  new Map(
    [everything, ...facts.map(({ name }) => `facts/${name}`), ...programmes.map(({ id }) => `programmes/${id}`)].map(
      place => [place, undefined],
    ),
  )

/** Of all that is known, the day of the newest source of each. */
function latestSources(said: ReadonlyMap<string, Said>): ReadonlyMap<string, Day | undefined> {
  const latest = new Map<string, Day | undefined>()
  for (const { of, source } of said.values()) {
    const [known, dated] = [latest.get(of), source?.dated]
    latest.set(of, known !== undefined && (dated === undefined || known > dated) ? known : dated)
  }
  return latest
}

function saidIn(rulebook: Rulebook): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>()
  const textOf = (sentence: number | undefined) =>
    sentence === undefined ? undefined : rulebook.sentences[sentence]!.text.replaceAll(/\s+/g, ' ').trim()

  for (const { id: programme, editions } of rulebook.programmes)
    for (const edition of editions) {
      const of = `programmes/${programme}/${edition.edition}`
      const from = firstDay(edition.windows)
      const whole = { of, programme, ...(from && { from }), ...(edition.source && { source: edition.source }) }
      // Common rules stand once, below.
      for (const kind of ['criteria', 'exclusions', 'preferences'] as const)
        for (const rule of edition[kind])
          if (!rule.common) {
            const { points } = rule as { points?: number }
            const says = textOf(rule.sentence) ?? judged(rule.label)
            said.set(`${of}/${kind}/${rule.id}`, {
              ...whole,
              says: points === undefined ? says : `${says} (${points})`,
            })
          }
      const { source } = whole
      for (const [place, window] of windowsOf(edition)) {
        const opens = firstDay([window])
        const { note: _, ...says } = window
        said.set(`${of}/windows/${place}`, {
          ...{ of, programme, says: JSON.stringify(says) },
          ...(opens && { from: opens }),
          ...(source && { source }),
        })
      }
      for (const part of ['support', 'effects', 'excludes', 'places', 'decision', 'months'] as const)
        if (edition[part] !== undefined)
          said.set(`${of}/${part}`, {
            ...whole,
            // Of bands, what their sentences say and not where they stand.
            says: JSON.stringify(edition[part], (key, value) => (key === 'sentence' ? textOf(value) : value)),
          })
    }
  for (const { id, editions } of rulebook.parameters)
    for (const { from, until, source, value, rows } of editions)
      said.set(`parameters/${id}@${from ?? 'always'}`, {
        of: `parameters/${id}`,
        says: JSON.stringify({ value, rows, until }),
        ends: { ...(until && { last: until }), besides: JSON.stringify({ value, rows }) },
        ...(from && { from }),
        source,
      })
  for (const { name, derived, source } of rulebook.facts)
    if (derived !== undefined)
      said.set(`facts/${name}`, {
        of: `facts/${name}`,
        says: derived.replaceAll(/\s+/g, ' ').trim(),
        ...(source && { source }),
      })
  for (const { id, source, valid, programmes, sentence, left } of rulebook.commonRules) {
    const rule = { shuts: textOf(sentence), leaves: textOf(left), programmes }
    said.set(`common-rules/${id}`, {
      of: `common-rules/${id}`,
      into: everything,
      says: JSON.stringify({ ...rule, valid }),
      // Its sentences have the days in them.
      ends: endOf({ ...rule, shuts: withoutDays(rule.shuts, valid), leaves: withoutDays(rule.leaves, valid) }, valid),
      ...(valid?.from && { from: valid.from }),
      source,
    })
  }
  const agreedHere = new Set(rulebook.agreedHere)
  for (const { id, from, to, kind, waives, valid, source, agreed } of rulebook.links) {
    const found = source ?? agreed?.source
    const link = { from, to, kind, waives }
    if (!agreedHere.has(id))
      said.set(`links/${id}`, {
        of: `links/${id}`,
        ...(waives?.length && { into: `programmes/${to}` }),
        says: JSON.stringify({ ...link, valid }),
        ends: endOf(link, valid),
        ...(valid?.from && { from: valid.from }),
        ...(found && { source: found }),
      })
  }
  return said
}

type Days = RuledCommonRule['valid']

const endOf = (rule: object, valid: Days): NonNullable<Said['ends']> => ({
  ...(valid?.to && { last: valid.to }),
  besides: JSON.stringify({ ...rule, from: valid?.from }),
})

/** A sentence of a common rule but for the days that its reader puts before it. One that is built otherwise stays whole, and then differs. */
function withoutDays(text: string | undefined, { from, to }: NonNullable<Days> = {}): string | undefined {
  const days = [...(from ? [`on >= date("${from}")`] : []), ...(to ? [`on <= date("${to}")`] : [])].join(' and ')
  if (days === '' || text === undefined) return text
  for (const [before, behind] of [
    [`${days} and (`, ')'],
    [`if ${days} then `, ' else null'],
  ] as const)
    if (text.startsWith(before) && text.endsWith(behind)) return text.slice(before.length, -behind.length).trim()
  return text
}

/** Its label is all that such a rule says. */
const judged = (label: Words | undefined): string =>
  label ? `an official judges: ${[label.ko, label.en].filter(Boolean).join(' / ')}` : 'an official judges it'

/** By the day on which each opens, the second of a day as `2026-05-01+2`: one that is put before others moves none of them. */
function windowsOf({ windows }: RuledEdition): readonly (readonly [place: string, Window])[] {
  const ofDay = Map.groupBy(windows, ({ rolling, opens }) => opens ?? (rolling ? 'rolling' : 'undated'))
  return [...ofDay].flatMap(([opens, same]) =>
    same.map((window, index) => [index === 0 ? opens : `${opens}+${index + 1}`, window] as const),
  )
}

/** Nobody applies before the first window opens; an edition without one may be applied for already. */
function firstDay(windows: readonly Window[]): Day | undefined {
  const opening = windows.map(({ rolling, opens }) => (rolling ? undefined : opens))
  if (opening.length === 0 || opening.includes(undefined)) return undefined
  const [first] = (opening as string[]).map(day => (day.length === 7 ? `${day}-01` : day.slice(0, 10))).sort()
  return first
}

/**
 * What of the rules differs between two states of a catalogue, and what of it may not be published as it is: a rule that counts already is
 * changed by a later source (a corrected notice), or from a later day on, never in silence.
 */
import type { Day, Source } from '@ieum/catalogue/records'
import type { Rulebook, RuledEdition } from '@ieum/rules'

export interface RuleChange {
  /** `programmes/motie-x/2026/criteria/size`, `parameters/median_income@2026-01-01`, `facts/debt_ratio`, `common-rules/two-projects`, `links/x-to-y`. */
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
  readonly programme?: string
  /** The first day on which it counts; always when left out. */
  readonly from?: Day
  readonly source?: Source
}

/** One that is new is a part of all programmes there are. */
const commonRules = 'common-rules'

export function ruleChanges(before: Rulebook, after: Rulebook, on: Day): readonly RuleChange[] {
  const [was, is] = [saidIn(before), saidIn(after)]
  const known = latestSources(was)
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
  // What it is a part of is new: nobody was judged by it yet.
  const isPartOfKnown = known.has((now ?? old!).of)
  if (!isPartOfKnown || ![old, now].some(said => said && counts(said))) return undefined
  // There is no earlier source that it could correct.
  if (!old && now?.of === commonRules) return 'counts already'
  const [dated, before] = [now?.source?.dated, known.get((now ?? old!).of)]
  const isLater = dated !== undefined && (before === undefined || dated > before)
  return isLater ? undefined : 'counts already'
}

const canBeLookedUp = (source: Source | undefined): boolean =>
  source?.title !== undefined || source?.notice !== undefined || source?.url !== undefined

/** Of all that is known, the day of the newest source of each. */
function latestSources(said: ReadonlyMap<string, Said>): ReadonlyMap<string, Day | undefined> {
  const latest = new Map<string, Day | undefined>([[commonRules, undefined]])
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
      const from = firstDay(edition)
      const whole = { of, programme, ...(from && { from }), ...(edition.source && { source: edition.source }) }
      // Common rules stand once, below.
      for (const kind of ['criteria', 'exclusions', 'preferences'] as const)
        for (const rule of edition[kind])
          if (!rule.common) {
            const { points } = rule as { points?: number }
            const says = textOf(rule.sentence) ?? 'an official judges it'
            said.set(`${of}/${kind}/${rule.id}`, {
              ...whole,
              says: points === undefined ? says : `${says} (${points})`,
            })
          }
      for (const part of ['support', 'effects', 'excludes', 'places'] as const)
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
  for (const { id, source, valid, programmes, sentence, left } of rulebook.commonRules)
    said.set(`common-rules/${id}`, {
      of: commonRules,
      says: JSON.stringify({ shuts: textOf(sentence), leaves: textOf(left), valid, programmes }),
      ...(valid?.from && { from: valid.from }),
      source,
    })
  const agreedHere = new Set(rulebook.agreedHere)
  for (const { id, from, to, kind, waives, valid, source, agreed } of rulebook.links) {
    const found = source ?? agreed?.source
    if (!agreedHere.has(id))
      said.set(`links/${id}`, {
        of: `links/${id}`,
        says: JSON.stringify({ from, to, kind, waives, valid }),
        ...(valid?.from && { from: valid.from }),
        ...(found && { source: found }),
      })
  }
  return said
}

/** Nobody applies before the first window opens; an edition without one may be applied for already. */
function firstDay({ windows }: RuledEdition): Day | undefined {
  const opening = windows.map(({ rolling, opens }) => (rolling ? undefined : opens))
  if (opening.length === 0 || opening.includes(undefined)) return undefined
  const [first] = (opening as string[]).map(day => (day.length === 7 ? `${day}-01` : day.slice(0, 10))).sort()
  return first
}

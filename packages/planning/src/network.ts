/** What is the same for every plan in one rulebook, and found once: what each edition brings, whom it can move, and when its windows are. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { FactName } from '@ieum/catalogue/records'
import { type Waivers, waiversOf } from '@ieum/matching'
import { type Evaluator, type Form, partsOf, type Rulebook, type RuledEdition, type RuledProgramme } from '@ieum/rules'
import { type Background, type Move, moveOf, still } from './concern.ts'
import { type Award, awardOf } from './gains.ts'
import { remembered } from './memo.ts'
import { type Opening, type Windows, windowsOf } from './openings.ts'

/** An award that can move a sentence, and how. */
export interface Mover {
  readonly award: Award
  readonly move: Move
}

export interface Reads {
  /** Facts whose being stated counts: lists, and those that are derived when they are not. */
  readonly lists: readonly FactName[]
  readonly figures: readonly string[]
}

export interface Network {
  readonly programmeOf: (edition: RuledEdition) => RuledProgramme
  readonly editionOf: (award: Award) => RuledEdition
  readonly awardsOf: (edition: RuledEdition) => readonly [selected: Award, completed: Award]
  /** Links that waive criteria or exclusions, by the programme that they lead to. */
  readonly waivers: Waivers
  readonly isRepeatable: (programme: string) => boolean
  /** Whether a programme can set a fact, or add to it. */
  readonly isMovable: (fact: FactName) => boolean
  /** Whether a sentence is what a cap leaves. */
  readonly isAmount: (sentence: number) => boolean
  /** Whether a figure is not the same on all days. */
  readonly isDated: (parameter: string) => boolean
  /** Every window of a programme that has a day in [from, until]. */
  readonly openings: (programme: RuledProgramme, from: DayNumber, until: DayNumber) => readonly Opening[]
  /** What of a firm and of the days decides how a form can be moved at all. */
  readonly reads: (form: Form) => Reads
  /** All awards that can move a sentence of the rulebook, or any other. `alike`: what of the background the answer depends on. */
  readonly movers: (sentence: number, form: Form, before: Background, alike: string) => readonly Mover[]
}

/** So many movers are kept, of sentences for kinds of firms; those found first go first. */
const mostKept = 1_000_000

export function networkOf(rulebook: Rulebook, evaluator: Evaluator): Network {
  const editions = rulebook.programmes.flatMap(programme => programme.editions.map(edition => ({ programme, edition })))
  const programmes = new Map(editions.map(({ programme, edition }) => [edition, programme]))
  const awards = new Map(
    editions.map(({ programme, edition }, at) => {
      const own = (['selected', 'completed'] as const).map((outcome, second) =>
        awardOf(at * 2 + second, programme.id, edition, outcome),
      )
      return [edition, [own[0]!, own[1]!] as const]
    }),
  )
  const all = [...awards.values()].flat()
  const bringing = Map.groupBy(
    all.flatMap(award => [...new Set(award.effects.map(({ fact }) => fact))].map(fact => ({ award, fact }))),
    ({ fact }) => fact,
  )
  const amounts = new Set(editions.flatMap(({ edition }) => edition.caps ?? []).map(({ left }) => left))
  const repeatable = new Set(rulebook.programmes.filter(each => each.repeatable).map(({ id }) => id))
  const dated = new Set(
    rulebook.parameters
      .filter(
        ({ editions }) => editions.length > 1 || editions[0]?.from !== undefined || editions[0]?.until !== undefined,
      )
      .map(({ id }) => id),
  )
  const listed = new Set(
    rulebook.facts.filter(({ type }) => type === 'list' || type === 'records').map(({ name }) => name),
  )
  const windows = remembered((programme: RuledProgramme): Windows => windowsOf(programme))
  const kept = new Map<string, readonly Mover[]>()
  let keptMovers = 0
  const readsKnown = new WeakMap<Form, Reads>()

  /** Those that bring a fact that is read, and everyone where participations are. */
  function candidates(form: Form): readonly Award[] {
    const read = evaluator.factsBehind(form)
    if (read.has('participations')) return all
    return [...new Set([...read].flatMap(fact => (bringing.get(fact) ?? []).map(({ award }) => award)))]
  }

  /** Awards of programmes of which a form says nothing by name move it alike when they bring the same. */
  function movesOf(form: Form, before: Background): readonly Mover[] {
    const read = evaluator.factsBehind(form)
    const forms = [form, ...[...read].flatMap(fact => evaluator.derivation(fact) ?? [])]
    const names = forms.some(readsParts) ? undefined : new Set(forms.flatMap(each => namesIn(each, rulebook)))
    const alike = new Map<string, Move>()
    const found: Mover[] = []
    for (const award of candidates(form)) {
      const isNamed = !names || names.has(award.programme) || names.has(award.edition)
      const brought = award.effects.filter(({ fact }) => read.has(fact))
      const kind = isNamed ? '' : `${award.outcome} ${brought.length === 0 ? '' : JSON.stringify(brought)}`
      const known = isNamed ? undefined : alike.get(kind)
      const move = known ?? moveOf(form, award, before)
      if (!isNamed) alike.set(kind, move)
      if (move !== still) found.push({ award, move })
    }
    return found
  }

  return {
    programmeOf: edition => programmes.get(edition)!,
    editionOf: ({ number }) => editions[number >> 1]!.edition,
    awardsOf: edition => awards.get(edition)!,
    waivers: waiversOf(rulebook.links),
    isRepeatable: programme => repeatable.has(programme),
    isMovable: fact => fact === 'participations' || bringing.has(fact),
    isAmount: sentence => amounts.has(sentence),
    isDated: parameter => dated.has(parameter),
    reads(form) {
      const known = readsKnown.get(form)
      if (known) return known
      const facts = [...evaluator.factsBehind(form)]
      const derivations = facts.flatMap(fact => evaluator.derivation(fact) ?? [])
      const found = {
        lists: facts.filter(fact => listed.has(fact) || evaluator.derivation(fact)),
        figures: [...new Set([form, ...derivations].flatMap(parametersIn))],
      }
      readsKnown.set(form, found)
      return found
    },
    openings: (programme, from, until) => windows(programme).during(from, until),
    movers(sentence, form, before, alike) {
      const isOwn = sentence < rulebook.sentences.length
      const key = `${sentence} ${alike}`
      const known = isOwn ? kept.get(key) : undefined
      if (known) return known
      const found = movesOf(form, before)
      if (!isOwn) return found
      kept.set(key, found)
      keptMovers += found.length
      for (const [first, movers] of kept) {
        if (keptMovers <= mostKept) break
        kept.delete(first)
        keptMovers -= movers.length
      }
      return found
    },
  }
}

function parametersIn(form: Form): readonly string[] {
  return form.is === 'parameter' ? [form.parameter] : partsOf(form).flatMap(parametersIn)
}

/** Whether a form looks into the letters of a text, as of the id of a programme. */
function readsParts(form: Form): boolean {
  const isLetters = form.is === 'call' && !plainCalls.has(form.call)
  return isLetters || partsOf(form).some(readsParts)
}

const plainCalls: ReadonlySet<string> = new Set(['list contains', 'count', 'sum', 'min', 'max'])

/** All texts that a form names, in lists of the catalogue too. */
function namesIn(form: Form, rulebook: Rulebook): readonly string[] {
  if (form.is === 'constant') return form.type === 'text' ? [form.value] : []
  if (form.is === 'parameter') {
    const editions = rulebook.parameters.find(({ id }) => id === form.parameter)?.editions ?? []
    return editions.flatMap(({ value, rows }) => textsIn(rows ?? value))
  }
  return partsOf(form).flatMap(part => namesIn(part, rulebook))
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** One firm against every programme: verdicts with their proofs. */
import type { Day, Fact, FactName, Firm } from '@ieum/catalogue/records'
import { type Evaluator, evaluatorOf, type Rulebook, type RuledEdition, type RuledProgramme } from '@ieum/rules'
import { Answers, type Ground } from './answers.ts'
import { Changes } from './changes.ts'
import { choicesOf } from './choices.ts'
import { factsOfFirm } from './declares.ts'
import { editionOnDay, windowOnDay } from './edition-on-day.ts'
import { linesOf } from './lines.ts'
import { type PointsOfRows, pointsOfRows } from './points-of-rows.ts'
import { AnswersAlone, nextQuestion, type OpenLine } from './question.ts'
import type { Match, ProgrammeVerdict, Result, WindowOnDay } from './result.ts'
import { supportOffered } from './support.ts'
import { bearing, verdictBy } from './verdict.ts'
import { mayBeWaivedFor, programmesStated, type Waivers, waivedFor, waiversOf } from './waivers.ts'

export interface MatchOptions {
  /** One row a programme (the edition that counts on the day), or a row an edition. */
  readonly editions?: 'on-day' | 'all'
  /** Leave out the changes that would open a programme: they are the larger part of the work. */
  readonly withoutChanges?: boolean
  /** Facts that the next question shall not be about: asked before, and answered "not known". */
  readonly notToAsk?: ReadonlySet<FactName>
}

export interface Matcher {
  readonly rulebook: Rulebook
  readonly evaluator: Evaluator
  /** Every programme for one firm on a day: verdict, proof, window, support, changes, and the next best question. */
  match(firm: Firm, on: Day, options?: MatchOptions): Match
  /** One edition of one programme; undefined when the catalogue has no such programme or edition. */
  matchOne(firm: Firm, on: Day, programme: string, edition?: string): Result | undefined
  /** The verdict of every programme, in the order of the rulebook, with nothing else. */
  verdicts(firm: Firm, on: Day): ProgrammeVerdict[]
}

interface Row {
  readonly programme: RuledProgramme
  readonly edition: RuledEdition
  readonly window: WindowOnDay
  readonly lines: readonly number[]
}

interface Table {
  readonly rows: readonly Row[]
  readonly points: PointsOfRows
  /** The rows of which a link may waive something, by the programme that it comes from. */
  readonly waivable: ReadonlyMap<string, readonly number[]>
  /** All of these rows. */
  readonly allWaivable: readonly number[]
}

interface Counted {
  readonly counted: readonly number[]
  /** Links by the id of the rule that they waive; left out when none does. */
  readonly waived?: ReadonlyMap<string, string>
  /** Lines that a link may yet waive, since the firm did not tell what it took part in: none of them makes a "no". */
  readonly mayBeWaived?: ReadonlySet<number>
}

export function matcherOf(rulebook: Rulebook): Matcher {
  const evaluator = evaluatorOf(rulebook)
  const lines = linesOf(rulebook)
  const ground: Ground = { evaluator, lines, choices: choicesOf(evaluator) }
  const facts = new Map<FactName, Fact>(rulebook.facts.map(fact => [fact.name, fact]))

  const waivers = waiversOf(rulebook.links)
  const answeredAlone = new Map<string, boolean>()

  const rowOf = (programme: RuledProgramme, edition: RuledEdition, on: Day): Row => ({
    programme,
    edition,
    window: windowOnDay(edition, on),
    lines: lines.of(edition),
  })
  const tableOf = (rows: readonly Row[]): Table => {
    const waivable = rowsBySource(rows, waivers)
    return {
      rows,
      points: pointsOfRows(rows.map(row => row.lines.map(line => lines.all[line]!.point))),
      waivable,
      allWaivable: [...new Set([...waivable.values()].flat())],
    }
  }
  const programmesOn = remembered((on: Day) =>
    tableOf(rulebook.programmes.map(programme => rowOf(programme, editionOnDay(programme.editions, on), on))),
  )
  const editionsOn = remembered((on: Day) =>
    tableOf(rulebook.programmes.flatMap(programme => programme.editions.map(edition => rowOf(programme, edition, on)))),
  )

  const answersFor = (firm: Firm, on: Day) =>
    new Answers(ground, evaluator.situation(factsOfFirm(firm, rulebook.facts), on))
  const changesFor = (answers: Answers) => new Changes(evaluator, answers.situation, facts)

  /** The lines of a row that count for this firm, and the links that waive the others. */
  function countedIn({ programme, lines: all }: Row, { situation }: Answers): Counted {
    const open = mayBeWaivedFor(programme.id, waivers, situation.facts, situation.on)
    if (open) return { counted: all, mayBeWaived: new Set(all.filter(line => open.has(lines.all[line]!.id))) }
    const waived = waivedFor(programme.id, waivers, situation.facts, situation.on)
    if (!waived) return { counted: all }
    return { counted: all.filter(line => !waived.has(lines.all[line]!.id)), waived }
  }

  const shuts = (line: number, answers: Answers) => answers.bearingOf([line]) === bearing.shuts

  /** The facts that lines wait for; one that fails and may yet be waived waits for what the firm took part in. */
  const openLines = ({ counted, mayBeWaived }: Counted, answers: Answers): OpenLine[] =>
    counted.flatMap(number => {
      const line = lines.all[number]!
      if (answers.result(number).verdict === 'unknown') return [{ line, missing: answers.missing(number) }]
      return mayBeWaived?.has(number) && shuts(number, answers) ? [{ line, missing: ['participations'] }] : []
    })

  function verdictOf({ counted, mayBeWaived = nothing }: Counted, answers: Answers): ProgrammeVerdict {
    const isOpen = (line: number) => mayBeWaived.has(line) && shuts(line, answers)
    const settled = counted.filter(line => !isOpen(line))
    return verdictBy(answers.bearingOf(settled) | (settled.length < counted.length ? bearing.unknown : bearing.none))
  }

  function verdictsIn({ points, rows, waivable, allWaivable }: Table, answers: Answers): ProgrammeVerdict[] {
    const bearings = answers.bearingsIn(points)
    const verdicts: ProgrammeVerdict[] = new Array(bearings.length)
    for (let row = 0; row < bearings.length; row++) verdicts[row] = verdictBy(bearings[row]!)
    const { facts } = answers.situation
    const waiving = Object.hasOwn(facts, 'participations')
      ? [...programmesStated(facts)].flatMap(source => waivable.get(source) ?? none)
      : allWaivable.filter(row => verdicts[row] === 'not-eligible')
    for (const row of waiving) {
      const counted = countedIn(rows[row]!, answers)
      if (counted.waived || counted.mayBeWaived) verdicts[row] = verdictOf(counted, answers)
    }
    return verdicts
  }

  function resultOf(row: Row, verdict: ProgrammeVerdict, answers: Answers, changes?: Changes): Result {
    const ofRow = countedIn(row, answers)
    const { counted, waived } = ofRow
    return {
      programme: row.programme.id,
      edition: row.edition.edition,
      agency: row.programme.agency,
      verdict,
      window: row.window,
      support: supportOffered(row.edition, evaluator, answers.situation, rule => waived?.has(rule) ?? false),
      criteria: row.lines.map(line => {
        const result = answers.result(line)
        const by = waived?.get(result.id)
        return by === undefined ? result : { ...result, waived: by }
      }),
      missing: verdict === 'unknown' ? [...new Set(openLines(ofRow, answers).flatMap(({ missing }) => missing))] : none,
      changes: changes && verdict === 'not-eligible' ? changesThatOpen(counted, answers, changes) : none,
    }
  }

  /** Where no choice of the application would do, no change that is known of a firm does. */
  function changesThatOpen(counted: readonly number[], answers: Answers, changes: Changes): Result['changes'] {
    const isShut = (line: number) => answers.isShutByChoices(line)
    return counted.some(isShut) ? none : changes.thatOpen(counted.map(line => lines.all[line]!))
  }

  return {
    rulebook,
    evaluator,
    match(firm, on, { editions = 'on-day', withoutChanges = false, notToAsk = nothing } = {}) {
      const answers = answersFor(firm, on)
      const changes = withoutChanges ? undefined : changesFor(answers)
      const table = editions === 'all' ? editionsOn(on) : programmesOn(on)
      const verdicts = verdictsIn(table, answers)
      const results = table.rows.map((row, number) => resultOf(row, verdicts[number]!, answers, changes))
      const open = table.rows.flatMap((row, number) =>
        verdicts[number] === 'unknown' ? [openLines(countedIn(row, answers), answers)] : [],
      )
      const alone = new AnswersAlone(evaluator, answers.situation, answeredAlone)
      const question = nextQuestion(open, facts, alone, notToAsk)
      return { on, firm: firm.id, results, ...(question && { nextQuestion: question }) }
    },
    matchOne(firm, on, id, asked) {
      const programme = rulebook.programmes.find(programme => programme.id === id)
      const edition = asked
        ? programme?.editions.find(({ edition }) => edition === asked)
        : programme && editionOnDay(programme.editions, on)
      if (!programme || !edition) return undefined
      const answers = answersFor(firm, on)
      const table = tableOf([rowOf(programme, edition, on)])
      return resultOf(table.rows[0]!, verdictsIn(table, answers)[0]!, answers, changesFor(answers))
    },
    verdicts: (firm, on) => verdictsIn(programmesOn(on), answersFor(firm, on)),
  }
}

function rowsBySource(rows: readonly Row[], waivers: Waivers): ReadonlyMap<string, readonly number[]> {
  const pairs = rows.flatMap(({ programme }, row) =>
    (waivers.get(programme.id) ?? none).map(({ from }) => ({ source: from.programme, row })),
  )
  const bySource = Map.groupBy(pairs, ({ source }) => source)
  return new Map([...bySource].map(([source, found]) => [source, [...new Set(found.map(({ row }) => row))]]))
}

const none: readonly never[] = []
const nothing: ReadonlySet<never> = new Set()

/** Remembers the last few answers: a day's windows are the same for every firm. */
function remembered<Key, Answer>(work: (key: Key) => Answer, most = 8): (key: Key) => Answer {
  const kept = new Map<Key, Answer>()
  return key => {
    const known = kept.get(key)
    if (known !== undefined) return known
    if (kept.size >= most) kept.delete(kept.keys().next().value!)
    const answer = work(key)
    kept.set(key, answer)
    return answer
  }
}

/** One firm against every programme: verdicts with their proofs. */
import type { Day, Fact, FactName, Firm } from '@ieum/catalogue/records'
import { type Evaluator, evaluatorOf, type Rulebook, type RuledEdition, type RuledProgramme } from '@ieum/rules'
import { Changes } from './changes.ts'
import { factsOfFirm } from './declares.ts'
import { editionOnDay, windowOnDay } from './edition-on-day.ts'
import { Answers, linesOf } from './lines.ts'
import { nextQuestion } from './question.ts'
import type { Match, ProgrammeVerdict, Result } from './result.ts'
import { supportOffered } from './support.ts'
import { programmeVerdict } from './verdict.ts'

export interface MatchOptions {
  /** One row a programme (the edition that counts on the day), or a row an edition. */
  readonly editions?: 'on-day' | 'all'
  /** Leave out the changes that would open a programme: they are the larger part of the work. */
  readonly withoutChanges?: boolean
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
  readonly lines: Int32Array
}

export function matcherOf(rulebook: Rulebook): Matcher {
  const evaluator = evaluatorOf(rulebook)
  const lines = linesOf(rulebook)
  const facts = new Map<FactName, Fact>(rulebook.facts.map(fact => [fact.name, fact]))
  const isOfApplication = (name: FactName) => facts.get(name)?.about === 'application'
  const rowOf = (programme: RuledProgramme, edition: RuledEdition): Row => ({
    programme,
    edition,
    lines: lines.of(edition),
  })
  const rowsOfAll = rulebook.programmes.flatMap(programme =>
    programme.editions.map(edition => rowOf(programme, edition)),
  )
  const rowsOn = remembered((on: Day) =>
    rulebook.programmes.map(programme => {
      const row = rowOf(programme, editionOnDay(programme.editions, on))
      return { ...row, window: windowOnDay(row.edition, on) }
    }),
  )

  function answersFor(firm: Firm, on: Day): Answers {
    const situation = evaluator.situation(factsOfFirm(firm, rulebook.facts), on)
    return new Answers(lines, evaluator, isOfApplication, situation)
  }

  const changesFor = (answers: Answers) => new Changes(evaluator, answers.situation, facts)

  function resultOf(row: Row, window: Result['window'], answers: Answers, changes?: Changes): Result {
    const criteria = Array.from(row.lines, line => answers.result(line))
    const verdict = programmeVerdict(criteria)
    const missing = verdict === 'unknown' ? missingIn(row, answers) : none
    const shut = changes && verdict === 'not-eligible' ? Array.from(row.lines, line => lines.all[line]!) : none
    return {
      programme: row.programme.id,
      edition: row.edition.edition,
      agency: row.programme.agency,
      verdict,
      window,
      support: supportOffered(row.edition, evaluator, answers.situation),
      criteria,
      missing,
      changes: changes && shut.length > 0 ? changes.thatOpen(shut) : none,
    }
  }

  return {
    rulebook,
    evaluator,
    match(firm, on, { editions = 'on-day', withoutChanges = false } = {}) {
      const answers = answersFor(firm, on)
      const changes = withoutChanges ? undefined : changesFor(answers)
      const results =
        editions === 'all'
          ? rowsOfAll.map(row => resultOf(row, windowOnDay(row.edition, on), answers, changes))
          : rowsOn(on).map(row => resultOf(row, row.window, answers, changes))
      const question = nextQuestion(results, facts)
      return { on, firm: firm.id, results, ...(question && { nextQuestion: question }) }
    },
    matchOne(firm, on, id, asked) {
      const programme = rulebook.programmes.find(programme => programme.id === id)
      const edition = asked
        ? programme?.editions.find(({ edition }) => edition === asked)
        : programme && editionOnDay(programme.editions, on)
      if (!programme || !edition) return undefined
      const answers = answersFor(firm, on)
      return resultOf(rowOf(programme, edition), windowOnDay(edition, on), answers, changesFor(answers))
    },
    verdicts(firm, on) {
      const answers = answersFor(firm, on)
      return rowsOn(on).map(row => programmeVerdict(Array.from(row.lines, line => answers.result(line))))
    },
  }
}

const none: readonly never[] = []

function missingIn(row: Row, answers: Answers): FactName[] {
  const missing = new Set<FactName>()
  for (const line of row.lines)
    if (answers.result(line).verdict === 'unknown') for (const fact of answers.missing(line)) missing.add(fact)
  return [...missing]
}

/** Remembers the last few answers: a day's windows are the same for every firm. */
function remembered<Key, Answer>(work: (key: Key) => Answer, most = 8): (key: Key) => Answer {
  const kept = new Map<Key, Answer>()
  return key => {
    if (!kept.has(key)) {
      if (kept.size >= most) kept.delete(kept.keys().next().value!)
      kept.set(key, work(key))
    }
    return kept.get(key)!
  }
}

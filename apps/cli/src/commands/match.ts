/** `ieum match --firm FILE` */
import type { Fact } from '@ieum/catalogue/records'
import { type Match, type Result, type Standing, standingOf, standings } from '@ieum/matching'
import type { Rulebook } from '@ieum/rules'
import { factWordsOf, type Language, sayDay } from '@ieum/wording'
import { catalogueForFirm, type FirmOptions } from '../agreed-asked.ts'
import { dayAsked, firmAsked, language } from '../options.ts'
import { sayChange, saySupport, sayWindow, windowShown } from '../say.ts'
import { cut, styled, table } from '../table.ts'
import { wordsIn } from '../words/index.ts'

export interface MatchCommand extends FirmOptions {
  readonly editions?: 'all'
  readonly all?: boolean
}

export async function match(options: MatchCommand): Promise<0> {
  const on = dayAsked(options)
  const catalogue = await catalogueForFirm(options)
  const firm = await firmAsked(options.firm, catalogue)
  const editions = options.editions ?? 'on-day'
  const found = catalogue.matcher.match(firm, on, { editions })
  if (options.json) process.stdout.write(`${JSON.stringify(found)}\n`)
  else {
    const spoken = language(options)
    print(found, firm.name?.[spoken] ?? firm.id, catalogue.rulebook, spoken, { all: options.all ?? false, editions })
  }
  return 0
}

const signs: Record<Standing, [sign: string, style: Parameters<typeof styled>[0]]> = {
  now: ['●', 'green'],
  soon: ['◐', 'cyan'],
  'after-change': ['△', 'yellow'],
  'to-check': ['?', 'magenta'],
  not: ['×', 'dim'],
}
const shownOfEach = 12

/** Cells for the texts that may be cut, so that a row stays one line of the terminal. */
function columnsFor(terminal: number): { name: number; agency: number; reason: number; id: number } {
  if (terminal >= 180) return { name: 44, agency: 22, reason: 60, id: 45 }
  return terminal >= 140 ? { name: 40, agency: 16, reason: 24, id: 45 } : { name: 42, agency: 0, reason: 0, id: 0 }
}

interface Shown {
  readonly all: boolean
  readonly editions: 'on-day' | 'all'
}

function print(found: Match, name: string, rulebook: Rulebook, spoken: Language, { all, editions }: Shown): void {
  const words = wordsIn(spoken)
  const programmes = new Map(rulebook.programmes.map(programme => [programme.id, programme]))
  const agencies = new Map(rulebook.agencies.map(agency => [agency.id, agency.name[spoken]]))
  const factWords = factWordsOf(rulebook, found.on, spoken)
  const byStanding = Map.groupBy(found.results, result => standingOf(result, programmes.get(result.programme)!))

  const columns = columnsFor(process.stdout.columns ?? 200)
  const row = (result: Result, standing: Standing): string[] => [
    styled(signs[standing][1], signs[standing][0]),
    cut(programmes.get(result.programme)!.name[spoken], columns.name),
    ...(editions === 'all' ? [result.edition] : []),
    cut(agencies.get(result.agency) ?? result.agency, columns.agency),
    saySupport(result.support, spoken),
    sayWindow(shownOf(result), spoken),
    cut(reason(result), columns.reason),
    styled('dim', cut(result.programme, columns.id)),
  ]
  const shownOf = (result: Result) => windowShown(result, programmes.get(result.programme)!, found.on)
  /** What can be applied for stands first, by the day it closes; then what opens next; what is over or has no day stands last. */
  function dayOf(result: Result): string {
    const { state, opens = '9999', closes = '9999' } = shownOf(result)
    if (state === 'open' || state === 'rolling') return `0 ${closes}`
    return state === 'upcoming' ? `1 ${opens}` : '2'
  }
  function reason(result: Result): string {
    if (result.verdict === 'unknown') return result.missing.map(factWords.nameOf).join(', ')
    const change = result.changes[0]?.map(change => sayChange(change, factWords, spoken)).join(', ')
    return change ?? shutBy(result) ?? ''
  }

  /** The first sentence of the notice that shuts the firm out. */
  function shutBy({ programme, edition, criteria }: Result): string | undefined {
    const shuts = criteria.find(({ verdict, exclusion }) => verdict === (exclusion ? 'met' : 'unmet'))
    const notice = programmes.get(programme)!.editions.find(each => each.edition === edition)
    const rules = [...(notice?.criteria ?? []), ...(notice?.exclusions ?? [])]
    return shuts && `× ${rules.find(({ id }) => id === shuts.id)?.label?.[spoken] ?? shuts.id}`
  }

  const lines = [styled('bold', words.match.title(name, sayDay(found.on, spoken)))]
  lines.push(
    standings
      .map(
        standing =>
          `${styled(signs[standing][1], signs[standing][0])} ${words.standing[standing]} ${byStanding.get(standing)?.length ?? 0}`,
      )
      .join('   '),
  )
  for (const standing of standings) {
    const results = (byStanding.get(standing) ?? []).toSorted((a, b) => compare(dayOf(a), dayOf(b)))
    const shown = all ? results : standing === 'not' ? [] : results.slice(0, shownOfEach)
    if (shown.length === 0) continue
    lines.push(
      '',
      styled('bold', `${words.standing[standing]} ${results.length}`),
      table(shown.map(result => row(result, standing))),
    )
    if (shown.length < results.length) lines.push(styled('dim', `  ${words.match.more(results.length - shown.length)}`))
  }
  if (found.nextQuestion) {
    const { fact, decides } = found.nextQuestion
    const asked = rulebook.facts.find(({ name }) => name === fact)
    const question = asked?.question?.[spoken] ?? factWords.nameOf(fact)
    lines.push('', words.match.next(question, decides, written(fact, asked)))
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** How the answer is written into a firm file: `size: micro | small`. */
function written(name: string, fact: Fact | undefined): string {
  const { type, values, unit, example } = fact ?? {}
  if (type === 'boolean') return `${name}: true | false`
  if (values) return `${name}: ${type === 'list' ? `[${values.slice(0, 6).join(', ')} …]` : values.join(' | ')}`
  if (type === 'date') return `${name}: 2026-11-25`
  return `${name}: ${example ?? `… ${unit ?? ''}`.trim()}`
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** `ieum match --firm FILE` */
import { type Match, nextToOpen, type Result, type Standing, standingOf, standings } from '@ieum/matching'
import type { Rulebook } from '@ieum/rules'
import { type Language, sayDay } from '@ieum/wording'
import { type CommonOptions, catalogueAsked, dayAsked, firmAsked, language } from '../options.ts'
import { factsOf, type ShownWindow, sayChange, sayFact, saySupport, sayWindow } from '../say.ts'
import { cut, styled, table } from '../table.ts'
import { wordsIn } from '../words/index.ts'

export interface MatchCommand extends CommonOptions {
  readonly firm: string
  readonly editions?: 'all'
  readonly all?: boolean
}

export async function match(options: MatchCommand): Promise<0> {
  const on = dayAsked(options)
  const catalogue = await catalogueAsked(options)
  const firm = await firmAsked(options.firm, catalogue)
  const found = catalogue.matcher.match(firm, on, { editions: options.editions === 'all' ? 'all' : 'on-day' })
  if (options.json) process.stdout.write(`${JSON.stringify(found)}\n`)
  else {
    const spoken = language(options)
    print(found, firm.name?.[spoken] ?? firm.id, catalogue.rulebook, spoken, options.all ?? false)
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

function print(found: Match, name: string, rulebook: Rulebook, spoken: Language, all: boolean): void {
  const words = wordsIn(spoken)
  const programmes = new Map(rulebook.programmes.map(programme => [programme.id, programme]))
  const agencies = new Map(rulebook.agencies.map(agency => [agency.id, agency.name[spoken]]))
  const facts = factsOf(rulebook)
  const byStanding = Map.groupBy(found.results, result => standingOf(result, programmes.get(result.programme)!))

  const row = (result: Result, standing: Standing): string[] => [
    styled(signs[standing][1], signs[standing][0]),
    cut(programmes.get(result.programme)!.name[spoken], 44),
    cut(agencies.get(result.agency) ?? result.agency, 22),
    saySupport(result.support, spoken),
    sayWindow(windowShown(result), spoken),
    cut(reason(result), 60),
  ]
  /** Of a programme that has closed and will open again, the next opening. */
  function windowShown(result: Result): ShownWindow {
    const next =
      result.window.state === 'closed' ? nextToOpen([programmes.get(result.programme)!], found.on)[0] : undefined
    return next ? { state: 'upcoming', ...next.window, forecast: next.isForecast } : result.window
  }
  function reason(result: Result): string {
    if (result.verdict === 'unknown') return result.missing.map(fact => sayFact(fact, facts, spoken)).join(', ')
    return result.changes[0]?.map(change => sayChange(change, facts, spoken)).join(', ') ?? ''
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
    const results = (byStanding.get(standing) ?? []).toSorted(byClosing)
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
    lines.push('', words.match.next(facts.get(fact)?.question?.[spoken] ?? sayFact(fact, facts, spoken), decides))
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** What closes first stands first; what has no end stands last. */
const byClosing = (a: Result, b: Result): number => {
  const [left, right] = [a.window.closes ?? '9999', b.window.closes ?? '9999']
  return left < right ? -1 : left > right ? 1 : 0
}

/** Why there is no way, and what single change would open one, for a person. */
import type { Hindrance, Remedy, WhyNot } from '@ieum/planning'
import type { Rulebook } from '@ieum/rules'
import { factWordsOf, type Language, sayDay } from '@ieum/wording'
import { sayChange } from '../say.ts'
import { styled } from '../table.ts'
import { wordsIn } from '../words/index.ts'

/** Programmes of a stage that are told of. */
const mostProgrammes = 5

export function drawnWhyNot(
  { waypoint, hindered, programmes: there, remedies }: WhyNot,
  via: readonly string[],
  on: string,
  { programmes, ...rulebook }: Rulebook,
  spoken: Language,
): string[] {
  const words = wordsIn(spoken)
  const factWords = factWordsOf({ programmes, ...rulebook }, on, spoken)
  const programmeOf = (id: string) => programmes.find(programme => programme.id === id)
  const name = (id: string) => programmeOf(id)?.name[spoken] ?? id
  const day = (date: string) => sayDay(date, spoken)

  const sayHindrance = (hindrance: Hindrance, programme: string, edition: string): string => {
    switch (hindrance.is) {
      case 'beyond':
        return words.whyNot.beyond
      case 'too late':
        return words.whyNot.tooLate(day(hindrance.closes), day(hindrance.ready), hindrance.days)
      case 'excluded':
        return words.whyNot.excluded(name(hindrance.by))
      case 'used before':
        return words.whyNot.usedBefore
      case 'barred':
        return words.whyNot.barred
      case 'no window':
        return words.whyNot.noWindow(hindrance.lastClosed && day(hindrance.lastClosed))
      case 'shut': {
        const found = programmeOf(programme)?.editions.find(each => each.edition === edition)
        const label = (id: string, rules: readonly { id: string; label?: { ko: string; en: string } }[] = []) =>
          rules.find(rule => rule.id === id)?.label?.[spoken] ?? id
        const labels = [
          ...hindrance.criteria.map(id => label(id, found?.criteria)),
          ...hindrance.exclusions.map(id => label(id, found?.exclusions)),
        ]
        return [words.whyNot.shut(day(hindrance.on)), ...labels.map(label => `      - ${label}`)].join('\n')
      }
    }
  }
  const sayRemedy = (remedy: Remedy): string => {
    switch (remedy.is) {
      case 'firm':
        return remedy.changes
          .map(change => `${sayChange(change, factWords, spoken)} (${words.explain.how[change.how]})`)
          .join(' + ')
      case 'window':
        return words.whyNot.window(name(remedy.programme), day(remedy.opens), day(remedy.closes))
      case 'link':
        return words.whyNot.link(name(remedy.from), name(remedy.to))
      case 'legs':
        return words.whyNot.legs(remedy.maxLegs)
      case 'horizon':
        return words.whyNot.horizon(remedy.horizon)
    }
  }

  const stop = via[waypoint]!
  return [
    '',
    styled('bold', words.whyNot.stops(waypoint + 1, name(stop))),
    ...hindered
      .slice(0, mostProgrammes)
      .flatMap(({ programme, edition, hindrances }) => [
        ...(programme === stop ? [] : [`  ${name(programme)}`]),
        ...hindrances.map(each => `  ${styled('red', '×')} ${sayHindrance(each, programme, edition)}`),
      ]),
    ...(there > mostProgrammes ? [styled('dim', `  ${words.whyNot.others(there - mostProgrammes)}`)] : []),
    '',
    ...(remedies.length === 0
      ? [words.whyNot.noRemedy]
      : [
          styled('bold', words.whyNot.remedies),
          ...remedies.map(
            remedy => `  - ${sayRemedy(remedy)} · ${words.whyNot.arrives(day(remedy.arrives), remedy.opensAll)}`,
          ),
        ]),
  ]
}

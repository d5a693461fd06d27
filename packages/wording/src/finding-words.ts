/** A break between two programmes as it is said on an agenda: a title, what is found, and what would open it. */
import type { Language, Words } from '@ieum/catalogue/records'
import type { BrokenStep, StepOpens, StepWhy } from '@ieum/council'
import { sayDay } from './days.ts'
import { particleAfter } from './particles.ts'

export interface FindingSaid {
  readonly title: string
  readonly found: string
  /** The single change that would open it; null where none is known. */
  readonly opens: string | null
}

export interface FindingNames {
  readonly programme: (id: string) => Words
  /** A rule of an edition of the programme. */
  readonly rule: (programme: string, edition: string, id: string) => Words
}

export function sayFinding({ from, to, why, opens }: BrokenStep, names: FindingNames, language: Language): FindingSaid {
  const name = (programme: string) => names.programme(programme)[language]
  const rules =
    why.is === 'shut' ? [...why.criteria, ...why.exclusions].map(id => names.rule(to, why.edition, id)[language]) : []
  const ends = { from: from === null ? null : name(from), to: name(to) }
  return {
    title: titleOf(ends, language),
    found: language === 'ko' ? foundKo(why, ends, name, rules) : foundEn(why, ends, name, rules),
    opens: opens ? opensOf(opens, ends, language) : null,
  }
}

interface Ends {
  readonly from: string | null
  readonly to: string
}

const titleOf = ({ from, to }: Ends, language: Language): string => {
  if (language === 'ko')
    return from === null ? `‘${to}’에 이르지 못함` : `‘${from}’에서 ‘${to}’${particleAfter(to, '로')} 이어지지 않음`
  return from === null ? `No way to “${to}”` : `No way on from “${from}” to “${to}”`
}

function foundKo(
  why: StepWhy,
  { from, to }: Ends,
  name: (programme: string) => string,
  rules: readonly string[],
): string {
  const day = (on: string) => sayDay(on, 'ko')
  switch (why.is) {
    case 'no link':
      return `‘${from}’에서 ‘${to}’${particleAfter(to, '로')} 가는 시행 중인 연계가 없습니다.`
    case 'too late':
      return `‘${to}’의 접수는 ${day(why.closes)}에 끝나는데, 앞 단계를 마친 기업은 ${day(why.ready)}에야 준비됩니다. ${why.days}일 늦습니다.`
    case 'excluded':
      return `‘${to}’${particleAfter(to, '은')} ‘${name(why.by)}’${particleAfter(name(why.by), '과')} 함께 받을 수 없습니다.`
    case 'no window':
      return why.lastClosed
        ? `‘${to}’의 접수는 ${day(why.lastClosed)}에 끝났고, 다음 접수가 알려져 있지 않습니다.`
        : `‘${to}’의 접수가 알려져 있지 않습니다.`
    case 'shut':
      return `앞 단계를 마친 기업이 ‘${to}’ ${why.edition} 공고에서 막힙니다: ${rules.join(', ')}.`
  }
}

function foundEn(
  why: StepWhy,
  { from, to }: Ends,
  name: (programme: string) => string,
  rules: readonly string[],
): string {
  const day = (on: string) => sayDay(on, 'en')
  switch (why.is) {
    case 'no link':
      return `No link in force leads from “${from}” to “${to}”.`
    case 'too late':
      return `“${to}” takes applications until ${day(why.closes)}, and a firm is done with the step before on ${day(why.ready)}: ${why.days} days too late.`
    case 'excluded':
      return `“${to}” may not be held together with “${name(why.by)}”.`
    case 'no window':
      return why.lastClosed
        ? `“${to}” closed on ${day(why.lastClosed)}, and no further window is known.`
        : `No window of “${to}” is known.`
    case 'shut':
      return `A firm that is done with the step before is stopped by the ${why.edition} round of “${to}”: ${rules.join('; ')}.`
  }
}

function opensOf(opens: StepOpens, { from, to }: Ends, language: Language): string {
  if (opens.is === 'link')
    return language === 'ko'
      ? `‘${from}’에서 ‘${to}’${particleAfter(to, '로')} 곧바로 잇는 연계를 맺으면 열립니다.`
      : `A link from “${from}” straight on to “${to}” would open it.`
  const [first, last] = [opens.opens, opens.closes].map(day => sayDay(day, language))
  return language === 'ko'
    ? `‘${to}’ 접수를 ${first}부터 ${last}까지 열면 열립니다.`
    : `A window of “${to}” from ${first} to ${last} would open it.`
}

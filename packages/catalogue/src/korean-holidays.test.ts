/** The substitute holidays in `catalogue/kr` against Article 3 of the Regulations on Public Holidays of Public Offices, written down a second time. */
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { addDays, weekday } from './days.ts'
import { loadCatalogue } from './load.ts'
import type { Holiday } from './records.ts'

const { catalogue } = await loadCatalogue(fileURLToPath(new URL('../../../catalogue/kr', import.meta.url)))
const years = catalogue.holidays?.years ?? []

const [saturday, sunday] = [6, 7]
const feast = /^(?:설날|추석)/
/** Each with the first year to which its substitute belongs, within the years of the catalogue. */
const single: Readonly<Record<string, number>> = {
  '3·1절': 2023,
  광복절: 2023,
  개천절: 2023,
  한글날: 2023,
  어린이날: 2023,
  '부처님 오신 날': 2023,
  기독탄신일: 2023,
  제헌절: 2026,
  노동절: 2026,
}

describe('the Korean holidays', () => {
  it('are listed for 2023 to 2028', () => {
    expect(years.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026, 2027, 2028])
  })

  it.each(years)('of $year have the substitutes that the law gives them', ({ year, days }) => {
    const isSubstitute = ({ kind }: Holiday) => kind === 'substitute'
    const found = days.filter(isSubstitute).map(({ day }) => day)
    expect(found).toEqual(
      substitutesOf(
        days.filter(one => !isSubstitute(one)),
        year,
      ),
    )
  })

  it.each(years)('of $year have those that stand on the same day every year', ({ year, days }) => {
    const fixed = ['01-01', '03-01', '05-05', '06-06', '08-15', '10-03', '10-09', '12-25']
    const since2026 = year >= 2026 ? ['05-01', '07-17'] : []
    const listed = days.map(({ day }) => day)
    for (const day of [...fixed, ...since2026]) expect(listed).toContain(`${year}-${day}`)
    expect(listed.includes(`${year}-07-17`)).toBe(year >= 2026)
    expect(days.filter(({ name }) => feast.test(name.ko))).toHaveLength(6)
  })
})

/** The first day behind a holiday that is no holiday, where a feast meets a Sunday, another of the list a weekend, or either another holiday on a weekday. */
function substitutesOf(holidays: readonly Holiday[], year: number): string[] {
  const closed = new Set(holidays.map(({ day }) => day))
  const found = new Set<string>()
  for (const { day, name, kind } of holidays) {
    const isFeast = feast.test(name.ko)
    if (kind || !(isFeast || (single[name.ko] ?? 9999) <= year)) continue
    const of = weekday(day)
    const meetsAnother = of < saturday && holidays.some(other => other.day === day && other.name.ko !== name.ko)
    if (!(of === sunday || (of === saturday && !isFeast) || meetsAnother)) continue
    let next = addDays(day, 1)
    while (weekday(next) >= saturday || closed.has(next)) next = addDays(next, 1)
    found.add(next)
  }
  return [...found].sort()
}

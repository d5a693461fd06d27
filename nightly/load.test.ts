import { inTheHouse } from '@ieum/services/testing'
import { expect, it } from 'vitest'
import { inWords, quantile, reached } from './harness/reached.ts'
import { rounds } from './harness/rounds.ts'
import { lost } from './harness/whole.ts'
import { type Done, pace } from './load/pace.ts'
import { startCountry } from './load/start.ts'

/** Ten minutes; IEUM_ROUNDS=60 makes it one. */
const seconds = rounds({ onPush: 60, nightly: 600 })
const crowdedSeconds = Math.min(60, seconds)
const aSecond = 150
const processes = 2
const limits = { read: 300, write: 600 }

it(
  'C44 T7: two cores answer 150 mixed requests a second, and shed what is too much without losing anything',
  async context => {
    const country = await startCountry(processes)
    const { database, servers } = country
    const asking = (perSecond: number, forSeconds: number) =>
      pace({ ...country, aSecond: perSecond, seconds: forSeconds })
    // Pages are read into memory, plans of statements are made, and the machine's code is compiled.
    await asking(30, 10)
    await asking(aSecond, 10)

    const usual = await asking(aSecond, seconds)
    const crowd = await asking(3 * aSecond, crowdedSeconds)
    const after = await asking(aSecond, 30)

    process.stdout.write(`${table('usual', usual)}\n${table('crowd', crowd)}\n${table('after', after)}\n`)
    const settled = after.filter(({ due }) => due > 10_000)
    const acknowledged = new Map(
      [...usual, ...crowd, ...after].flatMap(({ referral, changed }) =>
        referral !== undefined && changed !== undefined ? [[referral, changed] as const] : [],
      ),
    )
    const answered = crowd.filter(({ status }) => status < 400).length
    reached(context, {
      check: 'C44',
      rounds: seconds,
      figure: `${inWords(country.seeded.firms)} firms, ${inWords(country.programmes)} programmes, ${inWords(country.seeded.referrals)} referrals; ${aSecond} requests a second for ${seconds} s by ${processes} server processes: p95 reads ${Math.round(p95(usual, false))} ms, writes ${Math.round(p95(usual, true))} ms, ${inWords(wrong(usual))} not answered; ${3 * aSecond} a second for ${crowdedSeconds} s: ${Math.round((100 * answered) / crowd.length)} % answered, the rest 503 or 429; 10 s later p95 ${Math.round(p95(settled, false))} and ${Math.round(p95(settled, true))} ms; ${inWords(acknowledged.size)} writes acknowledged`,
    })
    for (const some of [usual, settled]) {
      expect(strange(some, [200, 201, 409])).toEqual([])
      expect(p95(some, false)).toBeLessThanOrEqual(limits.read)
      expect(p95(some, true)).toBeLessThanOrEqual(limits.write)
    }
    expect(strange(crowd, [200, 201, 409, 429, 503])).toEqual([])
    expect(crowd.filter(({ status, retryAfter }) => (status === 429 || status === 503) && !retryAfter)).toEqual([])

    const rows = await inTheHouse(database, tx => tx.selectFrom('referral').select(['id', 'changed']).execute())
    expect(lost({ changed: Object.fromEntries(rows.map(({ id, changed }) => [id, changed])) }, acknowledged)).toEqual(
      [],
    )
    expect(servers.flatMap(({ errors }) => errors)).toEqual([])
  },
  900_000 + seconds * 2_000,
)

const p95 = (some: readonly Done[], writes: boolean): number =>
  quantile(
    some.filter(one => one.writes === writes && one.status < 400).map(({ milliseconds }) => milliseconds),
    0.95,
  )

const wrong = (some: readonly Done[]): number => some.filter(({ status }) => ![200, 201, 409].includes(status)).length

/** What should not come, each with how often. */
const strange = (some: readonly Done[], expected: readonly number[]): string[] => {
  const counts = new Map<string, number>()
  for (const { kind, status, failed } of some)
    if (!expected.includes(status)) {
      const what = `${kind}: ${failed ?? status}`
      counts.set(what, (counts.get(what) ?? 0) + 1)
    }
  return [...counts].map(([what, count]) => `${what} × ${count}`)
}

function table(title: string, some: readonly Done[]): string {
  const kinds = [...new Set(some.map(({ kind }) => kind))].sort()
  const lines = kinds.map(kind => {
    const those = some.filter(one => one.kind === kind)
    const good = those.filter(({ status }) => status > 0 && status < 400).map(({ milliseconds }) => milliseconds)
    const statuses = new Map<number | string, number>()
    for (const { status, failed = status } of those) statuses.set(failed, (statuses.get(failed) ?? 0) + 1)
    const at = (share: number) => String(Math.round(quantile(good, share))).padStart(7)
    return `${kind.padEnd(22)}${at(0.5)}${at(0.95)}${at(0.99)}   ${[...statuses].map(([status, count]) => `${status}×${count}`).join(' ')}`
  })
  return `${title} (median, p95, p99 ms)\n${lines.join('\n')}\nreads p95 ${Math.round(p95(some, false))}, writes p95 ${Math.round(p95(some, true))}`
}

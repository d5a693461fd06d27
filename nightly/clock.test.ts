import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { installFromSystem } from '../scripts/system-packages.ts'
import { inWords, reached } from './harness/reached.ts'

const zones = ['UTC', 'Asia/Seoul', 'America/New_York'] as const

/** A moment shortly before midnight in Seoul, where the day of the agencies changes. */
const moments = {
  'the end of the year': '2026-12-31T23:59:58+09:00',
  'the day before a leap day': '2028-02-28T23:59:58+09:00',
  'a leap day': '2028-02-29T23:59:58+09:00',
  'the end of a month': '2026-11-30T23:59:58+09:00',
  // Where America puts its clocks back, and Korea does not.
  'a night of 25 hours elsewhere': '2026-11-01T14:59:58+09:00',
} as const

interface State {
  readonly today: string
  readonly sentOn: string
  readonly due: string
  readonly daysLeft: number
}
interface Told {
  readonly before: State
  readonly after: State
  readonly second: State | null
  readonly steppedBack: number
  readonly broken: readonly string[]
  readonly entries: number
  readonly gaps: number
}

const hasFaketime = () => spawnSync('faketime', ['--version']).status === 0
const clockMayBeSet = hasFaketime() || (installFromSystem('faketime', 'faketime') && hasFaketime())

/** `setTo`: what libfaketime reads again and again. The process goes on when it is told to, once it is `ready` and again when it is `done`. */
function start(zone: string, until: 'midnight' | 'told', clock: string) {
  const folder = mkdtempSync(join(tmpdir(), 'ieum-faketime-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'clock')
  writeFileSync(file, clock)
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'harness/clock-child.ts'), JSON.stringify({ prepared: inject('homes').dump, until })],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: {
        ...process.env,
        TZ: zone,
        LD_PRELOAD: preload(),
        FAKETIME_TIMESTAMP_FILE: file,
        FAKETIME_NO_CACHE: '1',
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
      },
    },
  )
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    setTo: (text: string) => writeFileSync(file, text),
    next: async (): Promise<string> => (await lines.next()).value ?? 'it ended',
    go: () => child.stdin.write('go\n'),
  }
}

/** What the program itself would preload. */
const preload = () =>
  /LD_PRELOAD=(\S+)/.exec(spawnSync('faketime', ['now', 'env'], { encoding: 'utf8' }).stdout)?.[1] ?? ''

/** Seconds from the machine's clock to so many before the moment, as libfaketime reads it: no time zone comes into it. */
function offsetTo(moment: string, before = 0): string {
  const seconds = Math.round((Date.parse(moment) - Date.now()) / 1_000) - before
  return seconds < 0 ? String(seconds) : `+${seconds}`
}

describe.skipIf(!clockMayBeSet)('C10: with a clock that was set (skipped where faketime cannot be installed)', () => {
  it.each(Object.entries(moments))(
    'the days are the same in every time zone at %s',
    { timeout: 240_000 },
    async (_, moment) => {
      const told: Told[] = []
      for (const zone of zones) {
        const isMidnight = moment.includes('T23:59:58')
        const child = start(zone, isMidnight ? 'midnight' : 'told', offsetTo(moment, 600))
        for (const said of ['ready', 'done']) {
          expect(await child.next()).toBe(said)
          if (said === 'done') child.setTo(offsetTo(moment))
          child.go()
        }
        told.push(JSON.parse(await child.next()) as Told)
      }
      const days = told.map(({ before, after }) => ({ before, after }))
      expect(new Set(days.map(day => JSON.stringify(day))).size).toBe(1)
      const { before, after } = days[0]!
      expect(before.today).toBe(moment.slice(0, 10))
      expect(before.sentOn).toBe(before.today)
      if (moment.includes('T23:59:58')) expect(after.today > before.today).toBe(true)
      expect(told.flatMap(({ broken }) => broken)).toEqual([])
    },
  )

  it('numbers go on one by one when it is set back by an hour', { timeout: 120_000 }, async context => {
    const moment = '2027-03-01T00:10:00+09:00'
    const child = start('Asia/Seoul', 'told', offsetTo(moment))
    expect(await child.next()).toBe('ready')
    child.go()
    expect(await child.next()).toBe('done')
    child.setTo(offsetTo(moment, 3_600))
    child.go()
    const told = JSON.parse(await child.next()) as Told
    expect(told.steppedBack).toBeGreaterThan(3_500_000)
    expect([told.gaps, told.broken]).toEqual([0, []])
    // It is the day before again: what is due stays due, and who is sent now is sent on that day.
    expect([told.before.today, told.after.today, told.second?.sentOn]).toEqual([
      '2027-03-01',
      '2027-02-28',
      '2027-02-28',
    ])
    expect(told.after.due).toBe(told.before.due)
    reached(context, {
      check: 'C10',
      rounds: zones.length * Object.keys(moments).length + 1,
      figure: `${zones.join(', ')} at ${Object.keys(moments).length} moments: 0 different deadlines or days left; clock set back an hour: ${inWords(told.entries)} entries of trails numbered without gap, 0 broken`,
    })
  })
})

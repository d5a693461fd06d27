/**
 * A process that tests start and kill: it opens the records, says how they stand, and hands firms on until it ends. Each line is
 * said once the database acknowledged it: `open 812`, `stands {…}`, `did ID 4 .`, `looked .`, and `failed …` when it did not.
 */
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { catalogueOf } from '@ieum/services'
import { openDatabase, type Where } from '@ieum/storage'
import { anySigner, handOn, look } from './hand-on.ts'
import type { Scene } from './scene.ts'
import { whole } from './whole.ts'

export interface WriterWork {
  readonly where: Where
  readonly scene: string
  /** Firms are handed on by so many at once. */
  readonly desks: number
  /** Says how the records stand before it writes. */
  readonly checks: boolean
}

const say = (line: string) => process.stdout.write(`${line}\n`)

const { where, scene: file, desks, checks } = JSON.parse(process.argv[2]!) as WriterWork
const { scene, rulebook } = JSON.parse(readFileSync(file, 'utf8')) as {
  scene: Scene
  rulebook: Parameters<typeof catalogueOf>[0]
}
const catalogue = catalogueOf(rulebook)
const start = performance.now()
const opened = await openDatabase(where)
if (opened.is !== 'open') throw new Error(JSON.stringify(opened))
const needs = { database: opened.database, catalogue, signer: await anySigner() }
say(`open ${Math.round(performance.now() - start)}`)
if (checks) say(`stands ${JSON.stringify(await whole(needs.database))}`)
await Promise.all(Array.from({ length: desks }, (_, desk) => writeAt(desk)))

async function writeAt(desk: number): Promise<never> {
  const firms = scene.firms.filter((_, index) => index % desks === desk)
  for (let turn = 0; ; turn += 1)
    try {
      const done = await handOn(needs, scene, firms[turn % firms.length]!)
      say(`did ${done.referral} ${done.changed} .`)
      if (turn % 5 === 0 && (await look(needs, scene, done))) say('looked .')
    } catch (error) {
      // The database went away, perhaps in the middle of a commit: nothing was acknowledged, and it is tried again.
      say(`failed ${(error as Error).message.split('\n')[0]}`)
      await wait(50)
    }
}

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readFirm } from '@ieum/catalogue'
import { loadCatalogue } from '@ieum/catalogue/node'
import type { Firm } from '@ieum/catalogue/records'
import { buildRulebook } from '@ieum/rules/parse'
import { openCatalogue } from '@ieum/services'
import { beforeAll, describe, expect, it } from 'vitest'
import { atStages, multiplied } from './multiplied.ts'
import { type PlanTask, planTask, planTimes, rulebookOf, stageWays, viaOf } from './plans.ts'
import { plot } from './plot.ts'
import { mustBeEqual, planned, type Question } from './side-by-side/question.ts'
import { answered } from './side-by-side/sides.ts'
import { taskOf } from './task.ts'
import { agreed, contestants } from './verdicts.ts'

const root = new URL('..', import.meta.url)
const on = '2026-06-01'

describe('the benchmark', async () => {
  const opening = await openCatalogue(fileURLToPath(new URL('catalogue/kr', root)))
  if (opening.is === 'faulty') throw new Error('the catalogue has faults')
  const { rulebook } = opening.catalogue
  const firm = { id: 'small-foundry', facts: { industry: 'C24311', employees: 32, sales: 8_200_000_000 } }
  const task = taskOf(rulebook, firm, on, rulebook.programmes.length)

  it('compares engines that give the same verdicts', async () => {
    const verdicts = await agreed(task, contestants(task))
    expect(new Set(verdicts)).toEqual(new Set(['eligible', 'judgement', 'not-eligible']))
  })

  it('fails when one verdict differs', async () => {
    const [ours, other] = contestants(task)
    const verdicts = [...(await ours!.judge())]
    verdicts[3] = verdicts[3] === 'eligible' ? 'not-eligible' : 'eligible'
    await expect(agreed(task, [other!, { name: 'liar', judge: () => verdicts, calls: 1, byHand: 0 }])).rejects.toThrow(
      'liar says',
    )
  })
})

describe('the benchmark of plans', async () => {
  const { catalogue } = await loadCatalogue(fileURLToPath(new URL('catalogue/kr', root)))
  const count = catalogue.programmes.length
  let task: PlanTask
  let foundry: Firm
  beforeAll(async () => {
    task = await planTask(catalogue, new URL('examples/firms/', root), on)
    const file = 'examples/firms/gyeongbuk-foundry.yaml'
    const reading = readFirm(await readFile(new URL(file, root)), file, catalogue.facts)
    if (!('firm' in reading)) throw new Error(`${file} has faults`)
    foundry = reading.firm
  })

  it('multiplies the catalogue to one in which every sentence can be read, and every link joins two that are there', () => {
    const many = multiplied(catalogue, count * 2 + 40)
    const ids = new Set(many.programmes.map(({ id }) => id))
    expect(ids.size).toBe(count * 2 + 40)
    expect(buildRulebook(many).faults).toEqual([])
    expect(many.links.length).toBeGreaterThanOrEqual(catalogue.links.length * 2)
    expect(many.commonRules?.length).toBeGreaterThanOrEqual((catalogue.commonRules?.length ?? 0) * 2)
    expect(new Set(many.links.map(({ id }) => id)).size).toBe(many.links.length)
    for (const { from, to } of many.links) {
      expect([ids.has(from.programme), ids.has(to)]).toEqual([true, true])
      expect(from.programme.split('--')[1]).toBe(to.split('--')[1])
    }
  })

  it('lets a variant speak of its own neighbours, at other days', () => {
    const many = multiplied(catalogue, count * 2)
    const [own, variant] = ['mss-smart-factory-jump-up', 'mss-smart-factory-jump-up--2'].map(
      name => many.programmes.find(({ id }) => id === name)!,
    )
    const said = (programme: typeof own) => JSON.stringify(programme!.editions.map(({ criteria }) => criteria))
    expect(said(own)).toContain('\\"mss-jump-up\\"')
    expect(said(variant)).toBe(
      said(own).replaceAll(/\\"(mss-[a-z0-9-]+)\\"/g, (whole, id) =>
        many.programmes.some(each => each.id === id) ? `\\"${id}--2\\"` : whole,
      ),
    )
    expect(variant!.editions[0]!.excludes).toEqual(own!.editions[0]!.excludes?.map(id => `${id}--2`))
    expect(variant!.editions[0]!.windows).not.toEqual(own!.editions[0]!.windows)
    expect(many.parameters.find(({ id }) => id === 'gyeongbuk_ladder_2')!.editions[0]!.value).toContain(
      'mss-ladder-gyeongbuk-rnd--2',
    )
  })

  it('draws the same firms every time, each as a firm file may be', async () => {
    const again = await planTask(catalogue, new URL('examples/firms/', root), on)
    expect(again.firms).toEqual(task.firms)
    expect(task.firms).toHaveLength(200)
    for (const firm of task.firms)
      expect(readFirm(JSON.stringify(firm), `${firm.id}.yaml`, catalogue.facts)).toEqual({ firm })
    const known = task.firms.map(({ facts }) => Object.keys(facts).length)
    expect(Math.min(...known)).toBe(3)
    expect(Math.max(...known)).toBeGreaterThan(45)
  })

  it('times plans and draws them', () => {
    const times = planTimes({ ...task, firms: task.firms.slice(0, 4), limit: 200 }, 60, 3)
    expect(times).toMatchObject({ programmes: 60, legs: 3, calls: 4 })
    expect(times.p99).toBeGreaterThanOrEqual(times.median)
    const larger = { ...times, programmes: 120 }
    expect(plot({ bySize: [times, larger], byLegs: [times, { ...times, legs: 4 }] })).not.toMatch(/NaN|undefined/)
  })

  const question = (firm: Firm, via: readonly string[], horizon: string): Question => ({
    firm,
    on,
    via,
    horizon,
    maxLegs: via.length,
  })

  it('gives the same answer by exhaustive search', async () => {
    const rulebook = rulebookOf(atStages(catalogue, stageWays[0]!), 8)
    const { itineraries } = await answered('exhaustive', rulebook, question(foundry, stageWays[0]!, 'P1Y'))
    expect(itineraries).toBeGreaterThan(1)
  })

  it('gives the same Pareto set by a time-indexed model', async () => {
    for (const [via, programmes] of [
      [stageWays[0]!, 24],
      [stageWays[1]!, 12],
    ] as const) {
      const rulebook = rulebookOf(atStages(catalogue, via), programmes)
      const { itineraries } = await answered('milp, Pareto set', rulebook, question(foundry, via, 'P3Y'))
      expect(itineraries).toBeGreaterThan(1)
    }
  }, 60_000)

  it('gives the same answer by the model where one programme is the condition of the next', async () => {
    const rulebook = rulebookOf(catalogue, count)
    const ways = catalogue.pathways.map((_, number) => viaOf(catalogue, number))
    let found = 0
    for (const firm of [foundry, ...task.firms.slice(0, 4)])
      for (const via of ways)
        found += (await answered('milp, Pareto set', rulebook, question(firm, via, 'P5Y'))).itineraries!
    expect(found).toBeGreaterThan(5)
  }, 60_000)

  it('ends on a difference', () => {
    const rulebook = rulebookOf(atStages(catalogue, stageWays[0]!), 8)
    const ours = planned(rulebook, question(foundry, stageWays[0]!, 'P1Y'))
    expect(() => mustBeEqual(ours, ours.slice(1), 'a liar')).toThrow('a liar: only the planner says')
  })
})

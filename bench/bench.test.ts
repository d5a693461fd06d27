import { fileURLToPath } from 'node:url'
import { openCatalogue } from '@ieum/services'
import { describe, expect, it } from 'vitest'
import { taskOf } from './task.ts'
import { agreed, contestants } from './verdicts.ts'

describe('the benchmark', async () => {
  const opening = await openCatalogue(fileURLToPath(new URL('../catalogue/kr', import.meta.url)))
  if (opening.is === 'faulty') throw new Error('the catalogue has faults')
  const { rulebook } = opening.catalogue
  const firm = { id: 'small-foundry', facts: { industry: 'C24311', employees: 32, sales: 8_200_000_000 } }
  const task = taskOf(rulebook, firm, '2026-06-01', rulebook.programmes.length)

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

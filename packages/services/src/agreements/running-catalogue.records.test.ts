import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { allowedHere, processorTime } from '@ieum/catalogue/testing'
import { describeInBothHomes } from '@ieum/storage/testing'
import { expect, it } from 'vitest'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { koreanCatalogue } from '../testing/catalogue.ts'
import { addAgreedLink, inTheHouse, on } from '../testing/world.ts'
import { runningCatalogue } from './running-catalogue.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

describeInBothHomes('a running catalogue', open => {
  const make = async () => {
    const running = runningCatalogue(await koreanCatalogue())
    return { ...running, refresh: () => running.refresh(open(), on) }
  }
  const endAll = () =>
    inTheHouse(open(), tx => tx.updateTable('link_agreement').set({ state: 'ended', ended_on: on }).execute())

  it('makes nothing anew while no agreement changes', async () => {
    const { catalogue, refresh, base } = await make()
    await refresh()
    expect(catalogue.rulebook).toBe(base.rulebook)
    await addAgreedLink(open())
    await refresh()
    const { rulebook, matcher, planner } = catalogue
    expect(rulebook).not.toBe(base.rulebook)
    await refresh()
    expect([catalogue.rulebook, catalogue.matcher, catalogue.planner]).toEqual([rulebook, matcher, planner])
    expect(catalogue.matcher).toBe(matcher)
  })

  it('leaves as it was what somebody works with', async () => {
    const { catalogue, refresh } = await make()
    await addAgreedLink(open())
    await refresh()
    const { rulebook } = catalogue
    const links = [...rulebook.links]
    await endAll()
    await refresh()
    expect(rulebook.links).toEqual(links)
    expect(catalogue.rulebook.links.length).toBe(links.length - 1)
  })

  it('has read what was agreed before it was asked, while an older reading is still under way', async () => {
    const running = runningCatalogue(await koreanCatalogue())
    const [reached, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const slow = {
      kysely: {
        transaction: () => ({
          async execute(work: never) {
            const read = await open().kysely.transaction().execute(work)
            reached.resolve()
            await goOn.promise
            return read
          },
        }),
      },
    }
    const older = running.refresh(slow as never, on)
    await reached.promise
    await addAgreedLink(open())
    const newer = running.refresh(open(), on)
    goOn.resolve()
    await Promise.all([older, newer])
    expect(running.catalogue.rulebook.agreedHere?.length).toBe(1)
  })

  it('reads again after a reading that failed', async () => {
    const running = runningCatalogue(await koreanCatalogue())
    await addAgreedLink(open())
    const away = {
      kysely: {
        transaction() {
          throw new Error('away')
        },
      },
    }
    await expect(running.refresh(away as never, on)).rejects.toThrow()
    await running.refresh(open(), on)
    expect(running.catalogue.rulebook.agreedHere?.length).toBe(1)
  })

  it('keeps one catalogue of two hundred, each made ready in milliseconds', { timeout: 60_000 }, async () => {
    const { catalogue, refresh } = await make()
    const firm = { id: 'f', facts: { employees: 20, size: 'small' } }
    const made: WeakRef<OpenCatalogue['rulebook']>[] = []
    const spent: number[] = []
    for (let change = 0; change < 200; change += 1) {
      if (change % 2 === 0) await addAgreedLink(open())
      else await endAll()
      const begun = processorTime()
      await refresh()
      spent.push(processorTime() - begun)
      catalogue.matcher.matchOne(firm, on, 'motie-root-intelligent-process')
      if (change % 2 === 0) made.push(new WeakRef(catalogue.rulebook))
    }
    expect(made.length).toBe(100)
    const kept = () => {
      collectGarbage()
      return made.filter(each => each.deref() !== undefined).length
    }
    await expect.poll(kept).toBeLessThanOrEqual(1)
    const middle = spent.toSorted((a, b) => a - b)[100]!
    expect(middle).toBeLessThan(allowedHere(60, middle, processorTime))
  })
})

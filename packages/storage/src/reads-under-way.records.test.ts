import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { describeInBothHomes } from './testing/homes.ts'

describeInBothHomes('C16: who takes a leave back', open => {
  const stateOf = (work: Promise<unknown>) => {
    const state = { is: 'waiting' }
    void work.then(
      () => {
        state.is = 'over'
      },
      () => {
        state.is = 'failed'
      },
    )
    return state
  }

  it('waits for those who read, and for nobody who came later or reads something else', async () => {
    const { reads } = open()
    const [first, second] = [await reads.begin('kpic'), await reads.begin('kpic')]
    const elsewhere = await reads.begin('tipa')
    const ended = reads.ended(['kpic', 'nobody'])
    const state = stateOf(ended)
    await wait(50)
    const later = await reads.begin('kpic')
    first.end()
    await wait(50)
    expect(state.is).toBe('waiting')
    second.end()
    await ended
    expect([first.isCut, second.isCut]).toEqual([false, false])
    later.end()
    elsewhere.end()
  })

  it('cuts those who take longer than a second', async () => {
    const { reads } = open()
    const cut: string[] = []
    const slow = await reads.begin('kpic', () => cut.push('kpic'))
    const other = await reads.begin('tipa', () => cut.push('tipa'))
    await reads.ended(['kpic'])
    expect([slow.isCut, other.isCut, cut]).toEqual([true, false, ['kpic']])
    other.end()
  })

  it('need not wait for those whose connection broke: they are cut at once', async () => {
    const { reads, pool, home } = open()
    if (home === 'embedded') return
    const read = await reads.begin('kpic')
    await pool.query(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()
       and database = (select oid from pg_database where datname = current_database())`,
    )
    await expect.poll(() => read.isCut).toBe(true)
    await reads.ended(['kpic'])
    const next = await reads.begin('kpic')
    expect(next.isCut).toBe(false)
    next.end()
  })
})

import { Agent } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { inTheHouse } from '@ieum/services/testing'
import { expect, it, onTestFinished } from 'vitest'
import { type Answer, ask } from './harness/ask.ts'
import { openFor, ownPostgres } from './harness/own-postgres.ts'
import { inWords, reached } from './harness/reached.ts'
import { rounds } from './harness/rounds.ts'
import { makeScene, writeScene } from './harness/scene.ts'
import { type ServerProcess, startServer } from './harness/start-server.ts'

const posts = rounds({ onPush: 60, nightly: 1_000 })
/** Two server processes are killed in turn, each after so many posts: what one kept, the other tells. */
const killEvery = 20

it(
  'C09 T7: each of many posts, sent two to five times at once under one key while servers are killed, is done once',
  async context => {
    const { url } = await ownPostgres()
    const database = await openFor(url)
    const made = await makeScene(database, { firms: posts })
    const scene = await writeScene(made)
    onTestFinished(scene.remove)
    // One officer asks for all of it: how often one person may ask is another check.
    const crowd = { mostUnderWay: 48, ofOnePerson: { atOnce: 10_000, aSecond: 10_000 } }
    const start = () => startServer({ where: { url }, scene: scene.file, port: 0, on: '2026-06-01', crowd })
    const servers: ServerProcess[] = [await start(), await start()]
    onTestFinished(async () => {
      for (const server of servers) await server.kill('SIGKILL')
    })
    const agent = new Agent({ keepAlive: true, maxSockets: 32 })
    onTestFinished(() => agent.destroy())

    const path = `/api/posts/${made.sender.capacity.post}/referrals`
    const draft = (index: number, reason: string, server: number) =>
      ask({
        port: servers[server]!.port,
        agent,
        method: 'POST',
        path,
        headers: { 'x-person': made.sender.person.id, 'idempotency-key': `draft-${String(index).padStart(5, '0')}` },
        body: { agreement: made.agreement, firm: made.firms[index]!.capacity.firm, reason },
      })

    let kills = 0
    let cutOff = 0
    let underWay = 0
    const told: string[] = []
    let restarting: Promise<unknown> = Promise.resolve()
    for (let index = 0; index < posts; index += 1) {
      const copies = 2 + (index % 4)
      const answers: Promise<Answer>[] = Array.from({ length: copies }, (_, copy) =>
        draft(index, '다음 단계', copy % 2),
      )
      if (index % killEvery === killEvery - 1) {
        const which = kills % 2
        kills += 1
        await wait(Math.random() * 25)
        await servers[which]!.kill('SIGKILL')
        restarting = start().then(server => {
          servers[which] = server
        })
      }
      const came = await Promise.all(answers)
      await restarting
      for (const { status, failed } of came)
        if (failed) cutOff += 1
        else if (status === 409) underWay += 1
        else expect(status).toBe(201)
      // Whoever was cut off, or told to wait, asks again, and is told what everyone was told.
      const again = await draft(index, '다음 단계', index % 2)
      expect(again.status).toBe(201)
      const bodies = new Set([...came.filter(({ status }) => status === 201), again].map(answer => answer.text))
      expect(bodies.size).toBe(1)
      told.push(JSON.parse(again.text).referral)
      if (index % 10 === 0) expect((await draft(index, '다른 까닭', index % 2)).status).toBe(422)
    }
    const there = await inTheHouse(database, async tx => ({
      referrals: (await tx.selectFrom('referral').select('id').execute()).map(({ id }) => id),
      events: (await tx.selectFrom('referral_event').select('seq').execute()).length,
      entries: (await tx.selectFrom('audit_entry').select('seq').where('operation', '=', 'draft referral').execute())
        .length,
    }))
    expect([...there.referrals].sort()).toEqual([...told].sort())
    expect([there.events, there.entries]).toEqual([posts, posts])
    reached(context, {
      check: 'C09',
      rounds: posts,
      figure: `exactly 1 effect each of ${inWords(posts)}, answers alike, ${kills} servers killed, ${cutOff} answers cut off, ${inWords(underWay)} told to wait (409), other body 422`,
    })
  },
  60_000 + posts * 1_500,
)

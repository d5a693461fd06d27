/**
 * A match of the whole catalogue over HTTP: a server in a process of its own, and requests that set out at even intervals
 * whether or not those before them have come back, so that a slow answer is not hidden by fewer questions.
 */

import { type ChildProcess, spawn } from 'node:child_process'
import { Agent, request } from 'node:http'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { setTimeout as until } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Firm } from '@ieum/catalogue/records'
import { summary, type Timing } from './measure.ts'

/** Milliseconds from setting out to the last byte. */
export interface HttpTimes extends Omit<Timing, 'name'> {
  /** Requests a second. */
  readonly rate: number
  readonly seconds: number
  readonly answered: number
  readonly failed: number
  /** Of one answer. */
  readonly bytes: number
}

export async function overHttp(firm: Firm, rate: number, seconds: number): Promise<HttpTimes> {
  const server = await started()
  try {
    await steadily(server.address, firm, rate, 3)
    return await steadily(server.address, firm, rate, seconds)
  } finally {
    server.process.kill('SIGTERM')
  }
}

async function steadily(address: string, firm: Firm, rate: number, seconds: number): Promise<HttpTimes> {
  const agent = new Agent({ keepAlive: true })
  const body = JSON.stringify(firm)
  const begun = performance.now()
  const answers = await Promise.all(
    Array.from({ length: rate * seconds }, async (_, number) => {
      await until(Math.max(0, begun + (number * 1000) / rate - performance.now()))
      return matched(`${address}/api/match?on=2026-06-01`, body, agent)
    }),
  )
  agent.destroy()
  const good = answers.filter(({ status }) => status === 200)
  return {
    rate,
    seconds,
    ...summary(answers.map(({ milliseconds }) => milliseconds)),
    answered: good.length,
    failed: answers.length - good.length,
    bytes: good.reduce((sum, { bytes }) => sum + bytes, 0) / Math.max(1, good.length),
  }
}

function matched(
  url: string,
  body: string,
  agent: Agent,
): Promise<{ status: number; bytes: number; milliseconds: number }> {
  const start = performance.now()
  return new Promise((answered, failed) => {
    const asked = request(
      url,
      { method: 'POST', agent, headers: { 'content-type': 'application/json' } },
      async reply => {
        const bytes = Buffer.byteLength(await text(reply))
        answered({ status: reply.statusCode ?? 0, bytes, milliseconds: performance.now() - start })
      },
    )
    asked.on('error', failed)
    asked.end(body)
  })
}

/** The server as `ieum serve` starts it, on any free port. */
async function started(): Promise<{ readonly process: ChildProcess; readonly address: string }> {
  const main = fileURLToPath(new URL('../apps/cli/src/main.ts', import.meta.url))
  const server = spawn(process.execPath, [main, 'serve', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /http:\/\/localhost:\d+/.exec(line)?.[0]
    if (address) return { process: server, address }
  }
  throw new Error('the server ended before it was ready')
}

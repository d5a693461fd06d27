/** A match of the whole catalogue over HTTP: a server in a process of its own, requests at a steady rate. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Firm } from '@ieum/catalogue/records'
import autocannon from 'autocannon'

export interface HttpTimes {
  readonly rate: number
  readonly seconds: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly answered: number
  readonly failed: number
  readonly bytes: number
}

export async function overHttp(firm: Firm, rate: number, seconds: number): Promise<HttpTimes> {
  const server = await started()
  try {
    await cannonade(server.address, firm, rate, 3)
    return await cannonade(server.address, firm, rate, seconds)
  } finally {
    server.process.kill('SIGTERM')
  }
}

async function cannonade(address: string, firm: Firm, rate: number, seconds: number): Promise<HttpTimes> {
  const times: number[] = []
  const running = autocannon({
    url: `${address}/api/match?on=2026-06-01`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(firm),
    connections: 10,
    overallRate: rate,
    duration: seconds,
  })
  running.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds))
  const done = await running
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  const answered = done['2xx']
  return {
    rate,
    seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    answered,
    failed: done.non2xx + done.errors + done.timeouts,
    bytes: done.throughput.total / Math.max(1, answered),
  }
}

/** The server as `ieum serve` starts it, on any free port. */
async function started(): Promise<{ readonly process: ChildProcess; readonly address: string }> {
  const main = new URL('../apps/cli/src/main.ts', import.meta.url).pathname
  const server = spawn(process.execPath, [main, 'serve', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /http:\/\/localhost:\d+/.exec(line)?.[0]
    if (address) return { process: server, address }
  }
  throw new Error('the server ended before it was ready')
}

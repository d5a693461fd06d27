/**
 * Requests that set out at even intervals whether or not those before them have come back, so that a slow answer is not hidden by fewer
 * questions. A time is counted from the moment that a request was due.
 */
import type { Agent } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { ask } from '../harness/ask.ts'
import type { Request, Work } from './work.ts'

export interface Done extends Pick<Request, 'kind' | 'writes' | 'referral'> {
  /** Milliseconds after the first was due. */
  readonly due: number
  readonly milliseconds: number
  /** 0: none came. */
  readonly status: number
  readonly failed?: string
  readonly retryAfter?: string
  /** Of an acknowledged write: how often the referral was changed. */
  readonly changed?: number
}

export interface Pace {
  readonly work: Work
  readonly cookies: ReadonlyMap<string, string>
  readonly ports: readonly number[]
  readonly agent: Agent
  readonly aSecond: number
  readonly seconds: number
}

export async function pace({ work, cookies, ports, agent, aSecond, seconds }: Pace): Promise<readonly Done[]> {
  const begun = performance.now()
  const done: Promise<Done>[] = []
  for (let number = 0; number < aSecond * seconds; number += 1) {
    const due = (number * 1_000) / aSecond
    const early = begun + due - performance.now()
    if (early > 1) await wait(early)
    done.push(one(work.next(), due, ports[number % ports.length]!))
  }
  return Promise.all(done)

  async function one(request: Request, due: number, port: number): Promise<Done> {
    const { kind, writes, person, referral, method, path, body } = request
    const cookie = person === undefined ? undefined : cookies.get(person)
    const answer = await ask({ port, agent, method, path, body, ...(cookie && { headers: { cookie } }) })
    const retryAfter = answer.headers['retry-after']
    return {
      kind,
      writes,
      due,
      milliseconds: performance.now() - begun - due,
      status: answer.status,
      ...(answer.failed !== undefined && { failed: answer.failed }),
      ...(typeof retryAfter === 'string' && { retryAfter }),
      ...(writes && answer.status < 300 && answer.status > 0 && written(referral, answer.text)),
    }
  }
}

function written(referral: string | undefined, text: string): Pick<Done, 'referral' | 'changed'> {
  const { changed = 1, ...made } = JSON.parse(text) as { referral?: string; changed?: number }
  return { referral: referral ?? made.referral!, changed }
}

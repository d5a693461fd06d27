/** One request over a connection that is kept, with what came of it. */
import { type Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'

export interface Asked {
  readonly port: number
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly agent?: Agent
  /** Milliseconds. */
  readonly patience?: number
}

export interface Answer {
  /** 0: none came. */
  readonly status: number
  /** `ECONNREFUSED`, `ECONNRESET`, … */
  readonly failed?: string
  readonly text: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly milliseconds: number
}

export function ask({ port, method, path, headers = {}, body, agent, patience = 30_000 }: Asked): Promise<Answer> {
  const start = performance.now()
  const sent = body === undefined ? undefined : JSON.stringify(body)
  return new Promise(resolve => {
    const failed = (error: NodeJS.ErrnoException) =>
      resolve({
        status: 0,
        failed: error.code ?? error.message,
        text: '',
        headers: {},
        milliseconds: performance.now() - start,
      })
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        agent,
        timeout: patience,
        headers: {
          ...headers,
          ...(sent !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }),
        },
      },
      reply => {
        text(reply).then(
          read =>
            resolve({
              status: reply.statusCode ?? 0,
              text: read,
              headers: reply.headers,
              milliseconds: performance.now() - start,
            }),
          failed,
        )
      },
    )
    asked.on('timeout', () => asked.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })))
    asked.on('error', failed)
    asked.end(sent)
  })
}

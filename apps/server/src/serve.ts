/** Starts the server on a port and answers once it takes requests. */
import type { ServerResponse } from 'node:http'
import { serve as listen, type ServerType } from '@hono/node-server'
import { type App, createApp } from './app.ts'
import type { Needs } from './needs.ts'

export type Serving =
  | { readonly is: 'serving'; readonly port: number; readonly address: string; readonly close: () => Promise<void> }
  | { readonly is: 'port taken'; readonly port: number }
  | { readonly is: 'no such host'; readonly host: string }

/** Port 0 takes any that is free. What the app needs may depend on the address that people on this machine reach it by. */
export async function serve(
  needs: Needs | ((address: string) => Needs),
  { port, host }: { port: number; host: string },
): Promise<Serving> {
  let app: App | undefined
  const appAt = (port: number): App => createApp(typeof needs === 'function' ? needs(addressAt(host, port)) : needs)
  return new Promise((resolve, reject) => {
    // Nobody is let in before the callback has run.
    const fetch: App['fetch'] = (...asked) => app!.fetch(...asked)
    // By default they are looked for every thirty seconds: who is too slow is sent away within five seconds of it.
    const serverOptions = { connectionsCheckingInterval: 5_000 }
    const server: ServerType = listen({ fetch, port, hostname: host, serverOptions }, ({ port: taken }) => {
      try {
        app = appAt(taken)
        resolve({ is: 'serving', port: taken, address: addressAt(host, taken), close: () => stop(server) })
      } catch (error) {
        server.close()
        reject(error)
      }
    })
    if ('headersTimeout' in server) {
      server.headersTimeout = 10_000
      server.requestTimeout = 30_000
      // Longer than proxies and browsers keep a connection: a request on its way to one that we close would be lost.
      server.keepAliveTimeout = 65_000
    }
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve({ is: 'port taken', port })
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') resolve({ is: 'no such host', host })
      else reject(error)
    })
  })
}

const everywhere = ['0.0.0.0', '::', '127.0.0.1', '::1', 'localhost']

const addressAt = (host: string, port: number): string =>
  `http://${everywhere.includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`

/**
 * Answers what is under way and what still comes over connections that are kept, and closes each with its answer: a connection that
 * is closed while a request is on its way to it would lose that request. Who is not done after the grace is cut off.
 */
function stop(server: ServerType, { settle = 1_000, grace = 5_000 } = {}): Promise<void> {
  server.prependListener('request', (_: unknown, reply: ServerResponse) => reply.setHeader('connection', 'close'))
  return new Promise(done => {
    const begun = Date.now()
    const close = () => {
      clearInterval(settling)
      const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), grace)
      server.close(() => {
        clearTimeout(cut)
        done()
      })
    }
    const settling = setInterval(() => {
      server.getConnections((_, open) => {
        if (open === 0 || Date.now() - begun > settle) close()
      })
    }, 25)
  })
}

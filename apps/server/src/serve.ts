/** Starts the server on a port and answers once it takes requests. */
import { serve as listen, type ServerType } from '@hono/node-server'
import { createApp } from './app.ts'
import type { Needs } from './needs.ts'

export type Serving =
  | { readonly is: 'serving'; readonly port: number; readonly close: () => Promise<void> }
  | { readonly is: 'port taken'; readonly port: number }
  | { readonly is: 'no such host'; readonly host: string }

/** Port 0 takes any that is free. */
export async function serve(needs: Needs, { port, host }: { port: number; host: string }): Promise<Serving> {
  const app = createApp(needs)
  return new Promise((resolve, reject) => {
    const server: ServerType = listen({ fetch: app.fetch, port, hostname: host }, ({ port }) => {
      resolve({ is: 'serving', port, close: () => stop(server) })
    })
    if ('headersTimeout' in server) {
      server.headersTimeout = 10_000
      server.requestTimeout = 30_000
    }
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve({ is: 'port taken', port })
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') resolve({ is: 'no such host', host })
      else reject(error)
    })
  })
}

/** Takes no new requests and answers those under way; who is not done after that is cut off. */
function stop(server: ServerType, grace = 5_000): Promise<void> {
  return new Promise(done => {
    const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), grace)
    server.close(() => {
      clearTimeout(cut)
      done()
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
}

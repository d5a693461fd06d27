/** Starts the server on a port and answers once it takes requests. */
import { serve as listen, type ServerType } from '@hono/node-server'
import { createApp, type Needs } from './app.ts'

export type Serving =
  | { readonly is: 'serving'; readonly port: number; readonly close: () => Promise<void> }
  | { readonly is: 'port taken'; readonly port: number }

export async function serve(needs: Needs, port: number): Promise<Serving> {
  const app = createApp(needs)
  return new Promise((resolve, reject) => {
    const server: ServerType = listen({ fetch: app.fetch, port }, ({ port }) => {
      resolve({ is: 'serving', port, close: () => stop(server) })
    })
    if ('headersTimeout' in server) {
      server.headersTimeout = 10_000
      server.requestTimeout = 30_000
    }
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve({ is: 'port taken', port })
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

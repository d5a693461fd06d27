/** The built pages: files as they are, and the one page for every address that is a page. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'

export function pages(app: OpenAPIHono, folder: string): void {
  const front = join(folder, 'index.html')
  app.use(
    '/assets/*',
    serveStatic({
      root: folder,
      // Vite puts a hash of the content into each name.
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  const page = async (c: Context) => {
    if (!existsSync(front)) return c.text('The pages are not built: run npm start.', 503)
    c.header('cache-control', 'no-cache')
    return c.html(await readFile(front, 'utf8'))
  }
  app.get('/', page)
  app.use('/*', serveStatic({ root: folder }))
  app.get('/*', async (c, next) => (/\.[a-z0-9]+$/i.test(c.req.path) ? next() : page(c)))
}

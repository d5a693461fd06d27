/** The built pages: files as they are, and the one page for every address that is a page. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { OpenAPIHono } from '@hono/zod-openapi'

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
  app.use('/*', serveStatic({ root: folder, index: '' }))
  app.get('/*', async c => {
    if (/\.[a-z0-9]+$/i.test(c.req.path)) return c.notFound()
    if (!existsSync(front)) return c.text('The pages are not built: run npm start.', 503)
    c.header('cache-control', 'no-cache')
    return c.html(await readFile(front, 'utf8'))
  })
}

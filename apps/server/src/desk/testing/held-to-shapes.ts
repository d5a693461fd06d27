/** Every answer in JSON that a test gets from the app is held to what its route describes: another status, or a field left out, fails the test. */
import { z } from '@hono/zod-openapi'
import type { App } from '../../app.ts'

interface Described {
  readonly method: string
  readonly path: RegExp
  readonly name: string
  /** By status; undefined where it is described without a shape. */
  readonly shapes: ReadonlyMap<number, z.ZodType | undefined>
}

export function heldToShapes(app: App): App {
  const routes = describedIn(app)
  const ask = app.request
  app.request = async (...asked) => {
    const answered = await ask(...asked)
    const [input, init] = asked
    const url = input instanceof Request ? input.url : String(input)
    const method = (init?.method ?? (input instanceof Request ? input.method : 'get')).toLowerCase()
    const { pathname } = new URL(url, 'http://localhost')
    const route = routes.find(one => one.method === method && one.path.test(pathname))
    if (route && /^application\/(problem\+)?json/.test(answered.headers.get('content-type') ?? '')) {
      const told = `${route.name} answers ${answered.status}`
      if (!route.shapes.has(answered.status)) throw new Error(`${told}, which it does not describe`)
      const error = route.shapes.get(answered.status)?.safeParse(await answered.clone().json()).error
      if (error) throw new Error(`${told} otherwise than described: ${error.message}`)
    }
    return answered
  }
  return app
}

/** Routes whose address is written out whole come before those that take anything in its place. */
function describedIn(app: App): readonly Described[] {
  return app.openAPIRegistry.definitions
    .flatMap(definition => (definition.type === 'route' ? [definition.route] : []))
    .map(({ method, path, responses }) => ({
      method,
      name: `${method.toUpperCase()} ${path}`,
      path: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
      shapes: new Map(
        Object.entries(responses).map(([status, response]) => {
          const content = 'content' in response ? response.content : undefined
          const json = content?.['application/json'] ?? content?.['application/problem+json']
          const shape = json && 'schema' in json ? json.schema : undefined
          return [Number(status), shape instanceof z.ZodType ? shape : undefined]
        }),
      ),
    }))
    .sort((a, b) => placesIn(a.name) - placesIn(b.name))
}

const placesIn = (name: string): number => name.split('{').length

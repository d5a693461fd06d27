/** Every answer that a test gets from the app is held to the shape that its route describes: a field left out fails the test. */
import { z } from '@hono/zod-openapi'
import type { App } from '../../app.ts'

interface Described {
  readonly method: string
  readonly path: RegExp
  readonly name: string
  readonly shapes: ReadonlyMap<number, z.ZodType>
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
    const shape = route?.shapes.get(answered.status)
    if (route && shape && answered.headers.get('content-type')?.startsWith('application/json')) {
      const { error } = shape.safeParse(await answered.clone().json())
      if (error) throw new Error(`${route.name} answers ${answered.status} otherwise than described: ${error.message}`)
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
        Object.entries(responses).flatMap(([status, response]) => {
          const json = 'content' in response ? response.content?.['application/json'] : undefined
          const shape = json && 'schema' in json ? json.schema : undefined
          return shape instanceof z.ZodType ? [[Number(status), shape] as const] : []
        }),
      ),
    }))
    .sort((a, b) => placesIn(a.name) - placesIn(b.name))
}

const placesIn = (name: string): number => name.split('{').length

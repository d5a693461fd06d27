/** What each route asks of who calls it, as the OpenAPI document says it. The list of public routes is the one that a test holds (C12). */
import type { OpenAPIHono } from '@hono/zod-openapi'
import { publicRoutes } from './public-routes.ts'

const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-ieum.session_token',
    description:
      'Set by signing in (`/api/sign-in/…`), HttpOnly. Over plain HTTP, as on one’s own machine, it is called `ieum.session_token`. Changes are taken from pages of this installation only (Origin). Posts of an agency need a second factor, or the sign-in of the agency, too.',
  },
  keeper: {
    type: 'http',
    scheme: 'bearer',
    description:
      'The token in the file `keeper-token` in IEUM_HOME, for the command line beside the server; made anew whenever the server starts.',
  },
} as const

/** Held by the body itself, for which OpenAPI knows no scheme. */
const bySignature =
  'No session: the body is signed (JWS, Ed25519) with the key of an installation that is known here, and whatever is not is refused without saying why (403). See docs/exchange.md.'

type Described = ReturnType<OpenAPIHono['getOpenAPI31Document']>

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

export function withSecurity(document: Described): Described {
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => {
    const secured = methods.flatMap(method => {
      const operation = item[method]
      return operation ? [[method, { ...operation, ...needsOf(`${method.toUpperCase()} ${path}`, operation) }]] : []
    })
    return [path, { ...item, ...Object.fromEntries(secured) }]
  })
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: { ...document.components, securitySchemes },
  }
}

function needsOf(route: string, { description }: { readonly description?: string }) {
  if (route.includes(' /api/exchange/'))
    return { security: [], description: [description, bySignature].filter(Boolean).join(' ') }
  if (route.includes(' /api/keeper/')) return { security: [{ keeper: [] }] }
  return { security: route in publicRoutes ? [] : [{ session: [] }] }
}

/** Signing in over HTTP. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Needs } from '../../needs.ts'
import { enteringRoutes } from './entering.ts'
import { joiningRoutes } from './joining.ts'
import { ownAccountRoutes } from './own-account.ts'
import { signInApp } from './sign-in-app.ts'

export function signInRoutes(app: OpenAPIHono, needs: Needs): void {
  const at = signInApp(app, needs)
  enteringRoutes(at)
  joiningRoutes(at)
  ownAccountRoutes(at)
}

/** Requests to the API that come late, and answers that come late: what chance does to a walk on a busy machine, all the time. */
import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserContext, Route } from 'playwright-core'

/** The longest that a request or an answer is held up, in milliseconds. */
const longest = 900

/** A third passes as it is, a third reaches the server late, and of a third the server has answered long before it is told. */
export async function holdUp(context: BrowserContext): Promise<void> {
  let isOffline = false
  const setOffline = context.setOffline.bind(context)
  context.setOffline = async offline => {
    isOffline = offline
    await setOffline(offline)
  }
  const pass = async (route: Route) => {
    const luck = Math.random()
    if (luck < 1 / 3) return route.fallback()
    // A request that is made for the page does not know that the page has no network.
    if (luck < 2 / 3 || isOffline) {
      await wait(Math.random() * longest)
      return route.fallback()
    }
    const response = await route.fetch({ maxRedirects: 0 })
    await wait(Math.random() * longest)
    return isOffline ? route.abort('internetdisconnected') : route.fulfill({ response })
  }
  // A page that was left, or a server that was stopped, has nobody to answer.
  await context.route('**/api/**', route => pass(route).catch(() => route.abort().catch(() => undefined)))
}

import { describe } from 'vitest'
import { it } from './harness/desk-site.ts'
import { deskStates } from './harness/desk-states.ts'
import { lookOver } from './harness/look-over.ts'
import type { Language } from './harness/visitor.ts'

const languages: readonly Language[] = ['ko', 'en']
const everywhere = deskStates.flatMap(state => languages.map(language => ({ name: state.name, state, language })))

describe('axe and the ruler find nothing wrong with', () => {
  it.for(everywhere)('$name ($language)', async ({ state, language }, { desk, sits }) => {
    const { who, at, before, stands, after, excuses = [] } = state
    const visitor = await sits(who, { language, excuses })
    const behind = typeof at === 'string' ? at : at(desk.world)
    const path = who && !behind.startsWith('/desk/') ? `/desk/${desk.world.people[who].post}${behind}` : behind
    const page = await visitor.opens(path, before)
    await page.locator(stands).first().waitFor()
    await after?.(page)
    await lookOver(page, language)
  })
})

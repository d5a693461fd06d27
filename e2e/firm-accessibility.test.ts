import { describe } from 'vitest'
import { it } from './harness/desk-site.ts'
import { firmStates } from './harness/firm-states.ts'
import { lookOver } from './harness/look-over.ts'
import type { Language } from './harness/visitor.ts'

const languages: readonly Language[] = ['ko', 'en']
const everywhere = firmStates.flatMap(state => languages.map(language => ({ name: state.name, state, language })))

describe('axe and the ruler find nothing wrong with', () => {
  it.for(everywhere)('$name ($language)', async ({ state: { who, at, stands, after }, language }, { desk, sits }) => {
    const visitor = await sits(who(desk.firms), { language })
    const page = await visitor.opens(at(desk.firms, desk.world))
    await page.locator(stands).first().waitFor()
    await after?.(page)
    await lookOver(page, language)
  })
})

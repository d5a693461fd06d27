import { describe } from 'vitest'
import { it } from './harness/it.ts'
import { lookOver } from './harness/look-over.ts'
import { reach, states } from './harness/states.ts'
import type { Language } from './harness/visitor.ts'

const languages: readonly Language[] = ['ko', 'en']
const everywhere = states.flatMap(state => languages.map(language => ({ name: state.name, state, language })))

describe('axe and the ruler find nothing wrong with', () => {
  it.for(everywhere)('$name ($language)', async ({ state, language }, { visitor }) => {
    await lookOver(await reach(state, (await visitor({ language })).opens), language)
  })
})

import { describe, expect } from 'vitest'
import { codeOf } from './harness/authenticator.ts'
import { lookOver } from './harness/look-over.ts'
import { type OwnPeople, ownPeople, ownStates } from './harness/own-states.ts'
import { it, password } from './harness/people-site.ts'
import type { Language } from './harness/visitor.ts'

const languages: readonly Language[] = ['ko', 'en']
const everywhere = ownStates.flatMap(state => languages.map(language => ({ name: state.name, state, language })))
const refusals = [/status of 4\d\d/]

let people: OwnPeople
it.beforeAll(async ({ house }) => {
  people = await ownPeople(house)
}, 120_000)

describe('axe and the ruler find nothing wrong with', () => {
  it.for(everywhere)('$name ($language)', async ({ state: { at, who, stands, after }, language }, { comes }) => {
    const page = await (await comes(who && people[who], { language, excuses: refusals })).opens(at)
    await page.locator(stands).first().waitFor()
    await after?.(page)
    await lookOver(page, language)
  })

  it.for(languages)('backup codes, and the second step that is on (%s)', async (language, { house, comes }) => {
    const member = await house.joined(`codes-${language}@firm.example`)
    const page = await (await comes(member, { language })).opens('/me/second-factor')
    await page.locator('#begin-password').fill(password)
    await page.locator('[type=submit]').click()
    await page.locator('#enrol-code').fill(codeOf(await page.locator('.own-secret').innerText()))
    await page.locator('[type=submit]').click()
    await page.locator('.own-codes').waitFor()
    await lookOver(page, language)
    await page.reload()
    await page.locator('.own-section .quiet').first().click()
    await page.locator('#renew-password').waitFor()
    expect(await page.locator('.own-codes').count()).toBe(0)
    await lookOver(page, language)
  })
})

/** Joining, and the pages about oneself, in the states in which one may meet them. */
import type { Page } from 'playwright-core'
import { type House, type Member, password } from './people-site.ts'

export interface OwnState {
  readonly name: string
  readonly at: string
  /** Who looks; nobody is signed in when left out. */
  readonly who?: keyof OwnPeople
  readonly stands: string
  readonly after?: (page: Page) => Promise<void>
}

export interface OwnPeople {
  readonly plain: Member
  readonly invited: Member
  readonly officer: Member
}

/** They join once for all states: letters are counted. */
export async function ownPeople({ joined, wishes }: House): Promise<OwnPeople> {
  await wishes({ wish: 'invite first administrator', agency: 'kpic', email: 'invited@agency.example' })
  await wishes({ wish: 'invite first administrator', agency: 'tipa', email: 'officer@agency.example' })
  const officer = await joined('officer@agency.example', '정관리')
  await wishes({ wish: 'take up all invitations', email: officer.email })
  return {
    plain: await joined('a.person.with.rather.a.long.address@a-firm-with-a-long-name.example'),
    invited: await joined('invited@agency.example', '초대받은분'),
    officer,
  }
}

export const ownStates: readonly OwnState[] = [
  { name: 'to join', at: '/sign-in/join', stands: '#join-name' },
  { name: 'to join, wrongly', at: '/sign-in/join', stands: '#join-name', after: joinWrongly },
  { name: 'a letter that was promised', at: '/sign-in/forgot', stands: '#letter-email', after: askForLetter },
  { name: 'to confirm', at: '/sign-in/confirm#token=x', stands: 'main .button' },
  {
    name: 'to confirm, too late',
    at: '/sign-in/confirm#token=x',
    stands: 'main .button',
    after: press('.sign-in-done'),
  },
  { name: 'to confirm, without a letter', at: '/sign-in/confirm', stands: '#letter-email' },
  { name: 'a new password', at: '/sign-in/reset#token=x', stands: '#reset-password' },
  { name: 'a new password, too late', at: '/sign-in/reset#token=x', stands: '#reset-password', after: resetLate },
  { name: 'a new password, without a letter', at: '/sign-in/reset', stands: 'main .button' },
  { name: 'the door', at: '/sign-in', stands: '#email' },
  { name: 'oneself, signed out', at: '/me', stands: 'main .button' },
  { name: 'oneself', at: '/me', who: 'plain', stands: '#me-name', after: allOfIt },
  { name: 'an invitation', at: '/me', who: 'invited', stands: '.own-invitations', after: aboutToDecline },
  { name: 'a post that needs the second step', at: '/me', who: 'officer', stands: '#second-factor-needed' },
  { name: 'a firm to confirm', at: '/me#firm=x', who: 'plain', stands: '#confirm-firm' },
  {
    name: 'a firm that cannot be',
    at: '/me#firm=x',
    who: 'plain',
    stands: '#confirm-firm',
    after: press('.sign-in-done'),
  },
  { name: 'the second step, to begin', at: '/me/second-factor', who: 'plain', stands: '#begin-password' },
  {
    name: 'the second step, a wrong code',
    at: '/me/second-factor',
    who: 'plain',
    stands: '#begin-password',
    after: wrongCode,
  },
]

function press(comes: string) {
  return async (page: Page) => {
    await page.locator('main .button').first().click()
    await page.locator(comes).waitFor()
  }
}

async function joinWrongly(page: Page): Promise<void> {
  await page.locator('#join-email').fill('kim@')
  await page.locator('#join-password').fill('short')
  await page.locator('[type=submit]').click()
  await page.locator('.wrong-fields').waitFor()
}

async function askForLetter(page: Page): Promise<void> {
  await page.locator('#letter-email').fill(`nobody-${crypto.randomUUID()}@a-firm-with-a-long-name.example`)
  await page.locator('[type=submit]').click()
  await page.locator('.sign-in-done').waitFor()
}

async function resetLate(page: Page): Promise<void> {
  await page.locator('#reset-password').fill('a newer row of words')
  await page.locator('[type=submit]').click()
  await page.locator('.sign-in-done').waitFor()
}

async function allOfIt(page: Page): Promise<void> {
  await page.locator('#me-name').fill('')
  await page.locator('.own .desk-form [type=submit]').click()
  await page.locator('.wrong-fields').waitFor()
  await page.locator('section[aria-labelledby=safety] .own-part button').first().click()
  await page.locator('#change-next').waitFor()
}

async function aboutToDecline(page: Page): Promise<void> {
  await page.locator('.own-invitations .quiet').click()
  await page.locator('.own-invitations .plain-button').waitFor()
}

async function wrongCode(page: Page): Promise<void> {
  await page.locator('#begin-password').fill(password)
  await page.locator('[type=submit]').click()
  await page.locator('#enrol-code').fill('12')
  await page.locator('[type=submit]').click()
  await page.locator('.wrong-fields').waitFor()
}

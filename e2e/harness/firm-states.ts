/** The pages of a firm, and of an agency's administrator, in the states in which one may meet them. */
import type { Page } from 'playwright-core'
import type { DeskWorld, Who } from './desk-world.ts'
import type { FirmWorld } from './firm-world.ts'

type Someone = { readonly cookie: string } | Who | null

export interface FirmState {
  readonly name: string
  readonly who: (firms: FirmWorld) => Someone
  readonly at: (firms: FirmWorld, world: DeskWorld) => string
  /** What is on the page once it stands. */
  readonly stands: string
  readonly after?: (page: Page) => Promise<void>
}

const member = (name: keyof FirmWorld['members'], place = '') => ({
  who: (firms: FirmWorld) => firms.members[name],
  at: (firms: FirmWorld) => `/firm/${firms.members[name].firm}${place}`,
})
const referral = (name: keyof FirmWorld['referrals']) => ({
  who: (firms: FirmWorld) => firms.members[name],
  at: (firms: FirmWorld) => `/firm/${firms.members[name].firm}/referrals/${firms.referrals[name]}`,
})

const office = (who: Who, place: string) => ({
  who: () => who,
  at: (_: FirmWorld, { people }: DeskWorld) => `/desk/${people[who].post}/${place}`,
})

export const firmStates: readonly FirmState[] = [
  { name: 'the front of a firm that is asked', ...member('asked'), stands: '.to-do .firm-call' },
  { name: 'the front of a firm after a no', ...member('declined'), stands: '.own-referral-no' },
  { name: 'the front of a new firm', ...member('empty'), stands: '.in-short' },
  { name: 'a consent to give, nothing ticked', ...referral('asked'), stands: '.consent-body', after: agreeToNothing },
  { name: 'a consent to give, papers chosen', ...referral('refusing'), stands: '.consent-body', after: choosePapers },
  {
    name: 'a consent as an adviser reads it',
    who: firms => firms.adviser,
    at: firms => `/firm/${firms.adviser.firm}/referrals/${firms.referrals.asked}`,
    stands: '.consents .firm-note',
  },
  { name: 'a referral under review', ...referral('sent'), stands: '.stations', after: openAll },
  { name: 'a referral with more asked for', ...referral('returned'), stands: '.firm-call' },
  { name: 'a referral that was declined', ...referral('declined'), stands: '.firm-call' },
  { name: 'a referral that was completed', ...referral('completed'), stands: '.stations' },
  { name: 'a dossier', ...member('sent', '/dossier'), stands: '.dossier-facts', after: openAll },
  { name: 'a fact being changed', ...member('returned', '/dossier'), stands: '.dossier-facts', after: changeFact },
  { name: 'support being told', ...member('completed', '/dossier'), stands: '.dossier-facts', after: tellSupport },
  { name: 'a paper not taken', ...member('leaving', '/dossier'), stands: '.dossier-facts', after: bringWrong },
  { name: 'an empty dossier', ...member('empty', '/dossier'), stands: '.dossier-add' },
  { name: 'who looked', ...member('sent', '/who-looked'), stands: '.looks' },
  { name: 'nobody looked', ...member('empty', '/who-looked'), stands: '.firm-nothing' },
  { name: 'members', ...member('asked', '/members'), stands: '.members', after: letGo },
  {
    name: 'a firm asked for, wrongly',
    who: firms => firms.nobody,
    at: () => '/me/firms/new',
    stands: '.firm-form',
    after: askWrongly,
  },
  {
    name: 'a firm, signed out',
    who: () => null,
    at: firms => `/firm/${firms.members.asked.firm}`,
    stands: 'main .button',
  },
  {
    name: 'a firm of others',
    who: firms => firms.nobody,
    at: firms => `/firm/${firms.members.asked.firm}`,
    stands: 'main .button',
  },
  { name: 'what I was told', who: firms => firms.members.declined, at: () => '/me/notices', stands: '.notices li' },
  { name: 'what a post was told', ...office('receiver', 'notices'), stands: '.notices li' },
  { name: 'posts and people', ...office('administrator', 'people'), stands: '.agency-posts', after: appointWrongly },
  { name: 'how an agency is reached', ...office('administrator', 'contact'), stands: '.agency-form', after: byMail },
  { name: 'other systems that are known', ...office('administrator', 'installations'), stands: '.agency-installation' },
  { name: 'an answer without a link', who: () => null, at: () => '/answer', stands: 'h1' },
]

async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '')
  })
}

async function agreeToNothing(page: Page): Promise<void> {
  await page.locator('.consents [type=submit]').click()
  await page.locator('.question-wrong').waitFor()
}

async function choosePapers(page: Page): Promise<void> {
  await page.locator('.consent').nth(1).locator('.consent-items input').first().check()
  await page.locator('#agree-papers').waitFor()
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
}

async function changeFact(page: Page): Promise<void> {
  await page.locator('.dossier-moves button').first().click()
  await page.locator('#as-of').waitFor()
}

async function tellSupport(page: Page): Promise<void> {
  await page.locator('section[aria-labelledby=part-title] > .row .button').click()
  await page.locator('.dossier-edit [type=submit]').click()
  await page.locator('#part-programme-wrong').waitFor()
}

async function bringWrong(page: Page): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'x.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') })
  await page.getByRole('alert').waitFor()
}

async function letGo(page: Page): Promise<void> {
  await page.locator('.members .plain-button').last().click()
}

async function askWrongly(page: Page): Promise<void> {
  await page.locator('#ask-number').fill('124-81-00999')
  await page.locator('.firm-form [type=submit]').click()
  await page.locator('.question-wrong').waitFor()
}

async function appointWrongly(page: Page): Promise<void> {
  await page.locator('.agency-moves').first().locator('button').first().click()
  await page.locator('.agency-form [type=submit]').click()
  await page.locator('.field-wrong').waitFor()
}

async function byMail(page: Page): Promise<void> {
  await page.locator('input[name=way]').nth(3).check()
  await page.locator('#contact-installation').waitFor()
}

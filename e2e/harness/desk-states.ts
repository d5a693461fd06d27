/** The pages of the desk in the states in which an officer may meet them. */
import type { Page } from 'playwright-core'
import type { DeskWorld, Who } from './desk-world.ts'

export interface DeskState {
  readonly name: string
  readonly who: Who | null
  /** Behind the desk of the post; all of the address where it begins with a slash. */
  readonly at: string | ((world: DeskWorld) => string)
  readonly before?: (page: Page) => Promise<void>
  /** What must stand before it is looked at. */
  readonly stands: string
  readonly after?: (page: Page) => Promise<void>
  readonly excuses?: readonly RegExp[]
}

/** Entries bear the day on which this runs, whatever day it is at the desk. */
const allDays = 'from=2026-05-01&to=2199-12-31'

const gone = '/cases/00000000-0000-4000-8000-000000000000'

export const deskStates: readonly DeskState[] = [
  { name: 'sign-in', who: null, at: '/sign-in?error=not-invited', stands: '#password' },
  {
    name: 'sign-in to the demonstration',
    who: null,
    at: '/sign-in',
    stands: '.sign-in-demonstration',
    before: async page => {
      const roles = [
        { as: 'tipa-desk-officer', name: '김접수', role: 'desk-officer', agency: 'tipa' },
        { as: 'kpic-approver', name: '장결재', role: 'approver', agency: 'kpic' },
        { as: 'foundry-member', name: '문대표', role: 'firm-member', firm: 'gyeongbuk-foundry' },
      ]
      await page.route('**/api/demonstration', route => route.fulfill({ json: { is: 'demonstration', roles } }))
    },
  },
  { name: 'a page that needs a sign-in', who: null, at: world => `/desk/${world.people.fresh.post}`, stands: 'main a' },
  { name: 'the inbox', who: 'receiver', at: '', stands: '.desk-workload' },
  { name: 'the menu of who is signed in', who: 'receiver', at: '', stands: '.desk-rows', after: openMenu },
  { name: 'the outbox', who: 'sender', at: '?box=out', stands: '.desk-rows' },
  { name: 'an empty inbox', who: 'empty', at: '', stands: '.desk-nothing' },
  { name: 'an inbox in which nothing is found', who: 'receiver', at: '?q=zzzz', stands: '.desk-nothing' },
  {
    name: 'an inbox that does not come',
    who: 'receiver',
    at: '',
    stands: '.desk-refused',
    before: async page => {
      await page.route(/referrals/, route => route.fulfill({ status: 500, body: '' }))
    },
    excuses: [/status of 500/],
  },
  {
    name: 'a calendar address that was made',
    who: 'sender',
    at: '/calendars',
    stands: '.agency-form',
    after: async page => {
      await page.locator('.agency-form .button').click()
      await page.locator('.agency-secret').waitFor()
    },
  },
  { name: 'the access log', who: 'auditor', at: `/trail?${allDays}`, stands: '.trail-table' },
  {
    name: 'an access log in which nothing is found',
    who: 'auditor',
    at: '/trail?from=2001-01-01&to=2001-01-02',
    stands: '.desk-nothing',
  },
  { name: 'what was changed', who: 'auditor', at: `/trail?part=changes&${allDays}`, stands: '.trail-table' },
  { name: 'a month to review', who: 'auditor', at: '/trail?part=review', stands: '.trail-counts', after: showEntries },
  { name: 'a chain that holds', who: 'auditor', at: '/trail?part=verify', stands: '.case-section', after: verifyLog },
  { name: 'an access log that is not for this post', who: 'sender', at: '/trail', stands: '.desk-refused' },
  { name: 'a case under review', who: 'receiver', at: ofCase('another'), stands: '.case-proof' },
  {
    name: 'a move without its reason',
    who: 'receiver',
    at: ofCase('another'),
    stands: '.case-buttons',
    after: declineWithoutReason,
  },
  { name: 'a case to which access has ended', who: 'receiver', at: ofCase('withdrawn'), stands: '.case-ended' },
  {
    name: 'a case of the sender, handed on',
    who: 'sender',
    at: ofCase('declined'),
    stands: '.case-buttons',
    after: handOn,
  },
  { name: 'a case that is not there', who: 'receiver', at: gone, stands: '.desk-refused', excuses: [/status of 404/] },
  {
    name: 'a post of somebody else',
    who: 'receiver',
    at: world => `/desk/${world.people.sender.post}`,
    stands: 'main a',
  },
  { name: 'a referral to be drawn up', who: 'sender', at: '/new', stands: '.desk-choose-link', after: chooseLink },
  { name: 'no link to draw one up along', who: 'empty', at: '/new', stands: '.desk-nothing' },
  { name: 'a batch to be proposed', who: 'sender', at: '/batches', stands: '.desk-nothing', after: propose },
  { name: 'links', who: 'writer', at: '/links', stands: '.desk-links' },
  {
    name: 'a link to be signed',
    who: 'approver',
    at: world => `/links/${world.offered}`,
    stands: '.case-buttons',
    after: page => page.locator('.case-buttons button').first().click(),
  },
  { name: 'several cases chosen, and their list', who: 'receiver', at: '', stands: '.desk-rows', after: chooseSeveral },
  {
    name: 'a decision to be signed',
    who: 'writer',
    at: ofCase('returned'),
    stands: '.case-decisions',
    after: signTooSoon,
  },
  { name: 'a decision that is signed', who: 'writer', at: ofCase('drafted'), stands: '.case-decisions', after: sign },
  { name: 'a case to be taken away', who: 'receiver', at: ofCase('late'), stands: '.case-proof', after: takeAway },
  { name: 'a sheet of answers', who: 'receiver', at: '/sheet', stands: '.sheet', after: bringSheet },
  { name: 'a sheet that is none of the post', who: 'approver', at: '/sheet', stands: '.sheet, .desk-refused' },
  { name: 'figures', who: 'owner', at: '/figures', stands: '.desk-table' },
  { name: 'no figures', who: 'empty', at: '/figures', stands: '.desk-nothing' },
]

function ofCase(name: keyof DeskWorld['cases']) {
  return (world: DeskWorld) => `/cases/${world.cases[name].id}`
}

async function chooseSeveral(page: Page): Promise<void> {
  for (const index of [0, 1, 2]) await page.locator('.desk-row-choose input').nth(index).check()
  await takeAway(page)
}

/** Without saying what for. */
async function takeAway(page: Page): Promise<void> {
  await page.locator('.take-away summary').click()
  await page.locator('.take-away [type=submit]').first().click()
  await page.locator('.take-away .field-wrong').waitFor()
}

async function signTooSoon(page: Page): Promise<void> {
  await page.locator('.case-decisions .button').click()
  await page.locator('.case-decisions [type=submit]').click()
  await page.locator('.case-decisions .field-wrong').first().waitFor()
}

async function sign(page: Page): Promise<void> {
  await page.locator('.case-decisions .row .button').last().click()
  await page.locator('.case-decisions select').selectOption({ index: 1 })
  await page.locator('.case-decisions [type=radio]').first().check()
  await page.locator('.case-decisions textarea').fill('as seen')
  await page.keyboard.press('Control+Enter')
  await page.locator('.case-signature').first().waitFor()
  await page.locator('.case-jws summary').first().click()
}

/** One row that is right, one that is not. */
async function bringSheet(page: Page): Promise<void> {
  const [first, second] = await page.evaluate(async () => {
    const post = location.pathname.split('/')[2]
    const reply = await fetch(`/api/posts/${post}/referrals?box=in&states=under-review`)
    return ((await reply.json()) as { lines: { number: string }[] }).lines.map(({ number }) => number)
  })
  const buffer = Buffer.from(`number,answer,reason\n${first},decline,places-full\n${second},decline,so\n`)
  await page.locator('#sheet-file').setInputFiles({ name: 'answers.csv', mimeType: 'text/csv', buffer })
  await page.locator('.sheet form').last().locator('[type=submit]').click()
  await page.locator('.sheet-faults').waitFor()
}

async function openMenu(page: Page): Promise<void> {
  await page.locator('.who summary').click()
}

async function declineWithoutReason(page: Page): Promise<void> {
  await page.keyboard.press('d')
  await page.keyboard.press('Control+Enter')
  await page.locator('.field-wrong').waitFor()
}

async function handOn(page: Page): Promise<void> {
  await page.keyboard.press('w')
  await page.locator('.case-form [type=radio]').waitFor()
}

async function chooseLink(page: Page): Promise<void> {
  await page.locator('.desk-choose-link input').first().check()
  await page.locator('.desk-candidates').waitFor()
}

async function propose(page: Page): Promise<void> {
  await page.locator('main .button').first().click()
  await chooseLink(page)
}

async function showEntries(page: Page): Promise<void> {
  for (const summary of await page.locator('.case-section > details > summary').all()) await summary.click()
  await page.getByRole('button', { name: /점검했다고|Mark as/ }).click()
  await page.locator('.field-wrong').waitFor()
}

async function verifyLog(page: Page): Promise<void> {
  await page.getByRole('button', { name: /접속기록 확인|Check: Access log/ }).click()
  await page.locator('.trail-found').waitFor()
}

/** Hostile texts in every text that somebody wrote, and a walk over every page that shows one. */
import type { OpenCatalogue } from '@ieum/services'
import { tokenSha256 } from '@ieum/services/testing'
import type { Database } from '@ieum/storage'
import type { Browser, Page } from 'playwright-core'
import { day } from './desk-day.ts'
import { deskStates } from './desk-states.ts'
import type { DeskWorld } from './desk-world.ts'
import { firmStates } from './firm-states.ts'
import { hostileTexts } from './hostile-texts.ts'
import type { OpenDesk } from './open-desk.ts'
import { visitorOf } from './visitor.ts'

/** What somebody writes, or what comes from somewhere else. Codes, ids, days and addresses that are checked when they come in are none of it. */
const written = {
  agency_contact: ['webhook_url', 'mail'],
  consent: ['purpose', 'refusal', 'text_body'],
  fact: ['source_name'],
  firm: ['name_ko', 'name_en'],
  firm_request: ['name_ko'],
  invitation: ['email'],
  link_agreement: ['legal_basis', 'purpose_ko', 'purpose_en', 'council_task', 'reason'],
  paper: ['name', 'kind'],
  participation: ['edition'],
  person: ['name'],
  post: ['name_ko', 'name_en'],
  referral_batch: ['name', 'reason'],
  referral_event: ['note', 'reason'],
} as const

/** Each row gets another text, and in each round another than before. */
export async function spreadTexts({ database, world }: OpenDesk, round: number): Promise<void> {
  await asSuperuser(database, async query => {
    for (const [table, columns] of Object.entries(written))
      for (const [index, column] of columns.entries())
        await query(
          `update ${table} t set ${column} = ($1::text[])[1 + ((n.n + $2) % cardinality($1::text[]))::int]
           from (select ctid as at, row_number() over (order by ctid) as n from ${table}) n where t.ctid = n.at`,
          [hostileTexts, round * 37 + index * 71 + table.length * 13],
        )
    const [text] = hostileTexts.slice(round)
    await query(`update fact set value = to_jsonb($1::text) where jsonb_typeof(value) = 'string'`, [text])
    await query(`update notice set detail = detail || jsonb_build_object('reason', $1::text, 'firm', $1::text)`, [text])
    await query(
      `insert into one_time_link (token_sha256, referral_id, agency, mail, until)
       values ($1, $2, 'kpic', 'desk@agency.example', '2099-01-01') on conflict do nothing`,
      [tokenSha256(token), world.cases.sent.id],
    )
  })
}

/** Every name and sentence of the catalogue with a hostile text behind it. */
export function hostileRulebook(rulebook: OpenCatalogue['rulebook']): OpenCatalogue['rulebook'] {
  let number = 0
  const spoil = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(spoil)
    if (typeof value !== 'object' || value === null) return value
    const { ko, en } = value as Record<string, unknown>
    if (typeof ko === 'string' && typeof en === 'string') {
      number += 1
      const text = hostileTexts[number % hostileTexts.length]!
      return { ...value, ko: `${ko} ${text}`, en: `${en} ${text}` }
    }
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spoil(inner)]))
  }
  return spoil(rulebook) as OpenCatalogue['rulebook']
}

const token = 'a'.repeat(43)

interface Stop {
  readonly name: string
  readonly path: string
  readonly cookie: string | null
  readonly after?: (page: Page) => Promise<void>
}

/** All pages that there are; of some, in several states. */
export function stopsOf({ world, firms }: OpenDesk): readonly Stop[] {
  const cookieOf = (who: keyof DeskWorld['people'] | { readonly cookie: string } | null) =>
    who === null ? null : typeof who === 'string' ? world.people[who].cookie : who.cookie
  const text = encodeURIComponent('"><img src=x onerror=ieumRan(0)>')
  const open = [
    '/',
    '/find',
    '/path',
    '/programmes',
    '/network',
    '/about',
    `/programmes?q=${text}`,
    `/sign-in?error=${text}`,
  ]
  return [
    ...deskStates.map(({ name, who, at }) => {
      const behind = typeof at === 'string' ? at : at(world)
      const path = who && !behind.startsWith('/desk/') ? `/desk/${world.people[who].post}${behind}` : behind
      return { name, path, cookie: cookieOf(who) }
    }),
    ...firmStates.map(({ name, who, at }) => ({ name, path: at(firms, world), cookie: cookieOf(who(firms)) })),
    ...Object.values(world.cases).map(({ id, number }) => ({
      name: number,
      path: `/desk/${world.people.sender.post}/cases/${id}`,
      cookie: world.people.sender.cookie,
    })),
    ...[...open, '/programmes/mss-jump-up', '/programmes/motie-root-family-business'].map(path => ({
      name: path,
      path,
      cookie: null,
    })),
    { name: 'the one-time page', path: `/answer#${token}`, cookie: null },
  ]
}

export interface Walked {
  /** What ran, what the security policy had to stop, and what stands in a page that is no text. */
  readonly wrong: readonly string[]
  /** Numbers of the texts that were there to be read. */
  readonly shown: ReadonlySet<number>
}

export async function walk(browser: Browser, desk: OpenDesk, stops: readonly Stop[]): Promise<Walked> {
  const wrong: string[] = []
  const shown = new Set<number>()
  for (const cookie of new Set(stops.map(stop => stop.cookie))) {
    const visitor = await visitorOf(browser, desk.address)
    if (cookie !== null) {
      const [name, value] = cookie.split(/=(.*)/)
      await visitor.context.addCookies([{ name: name!, value: value!, url: desk.address, httpOnly: true }])
    }
    visitor.context.on('page', page => page.on('dialog', dialog => wrong.push(`a dialog: ${dialog.message()}`)))
    visitor.context.setDefaultTimeout(40_000)
    await visitor.context.addInitScript(watch)
    for (const { name, path } of stops.filter(stop => stop.cookie === cookie)) {
      const [address = '', hash = ''] = path.split('#')
      const on = address.includes('on=') ? '' : `${address.includes('?') ? '&' : '?'}on=${day}`
      const page = await visitor.opens(`${address}${on}${hash && `#${hash}`}`)
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '')
      })
      const found = await page.evaluate(look)
      for (const text of found.texts) shown.add(text)
      wrong.push(...found.wrong.map(one => `${name}: ${one}`))
      await page.close()
    }
    await visitor.context.close()
  }
  return { wrong, shown }
}

/** Cells of the tables that agencies take away that a spreadsheet would take for formulas. */
export async function formulasIn({ address, world }: OpenDesk): Promise<readonly string[]> {
  const formulas: string[] = []
  let cells = 0
  for (const [who, side] of [
    ['sender', 'sent'],
    ['receiver', 'received'],
    ['owner', 'received'],
  ] as const) {
    const { post, cookie } = world.people[who]
    const span = { from: '2026-01-01', to: '2026-12-31', format: 'csv' }
    const headers = { cookie, origin: address, 'content-type': 'application/json' }
    const body = JSON.stringify({ side, purpose: '월별 점검', ...span })
    for (const reply of [
      await fetch(`${address}/api/posts/${post}/referrals/export`, { method: 'POST', headers, body }),
      await fetch(`${address}/api/posts/${post}/figures/file?${new URLSearchParams(span)}`, { headers }),
    ]) {
      const table = await reply.text()
      if (!reply.ok) throw new Error(table)
      cells += table.split(',').length
      for (const [cell] of table.matchAll(/(?<=^\uFEFF?|[,\n])"?(?:[=+\-@\t＝＋－＠]|\r(?!\n)).{0,40}/g))
        formulas.push(`${who}: ${cell}`)
    }
  }
  if (cells < 100) throw new Error(`${cells} cells: the tables are empty`)
  return formulas
}

/** In the page, before anything of it: whoever calls `ieumRan` was let run. */
export function watch(): void {
  const here = window as unknown as { ieumRan: (number: number) => void; ieumSeen: string[] }
  here.ieumSeen = []
  here.ieumRan = number => here.ieumSeen.push(`text ${number} ran`)
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample, blockedURI }) =>
    here.ieumSeen.push(`stopped by the policy: ${violatedDirective} ${blockedURI} ${sample}`),
  )
}

/** In the page, once it stands. */
export function look(): { wrong: string[]; texts: number[] } {
  const wrong = [...(window as unknown as { ieumSeen: string[] }).ieumSeen]
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) wrong.push(`<${element.tagName} ${name}=${value}>`)
      if (name === 'srcdoc') wrong.push(`<${element.tagName} srcdoc=${value}>`)
      if (!['href', 'src', 'action', 'formaction', 'data', 'background', 'xlink:href'].includes(name)) continue
      const scheme = URL.canParse(value, location.href) ? new URL(value, location.href).protocol : ''
      const isImage = name === 'src' && value.startsWith('data:image/')
      if (['javascript:', 'vbscript:', 'data:'].includes(scheme) && !isImage)
        wrong.push(`<${element.tagName} ${name}=${value}>`)
    }
  const fields = [...document.querySelectorAll('input, textarea')].map(field => (field as HTMLInputElement).value)
  const read = `${document.body.innerText} ${fields.join(' ')}`
  return { wrong, texts: [...read.matchAll(/ieumRan\((\d+)\)/g)].map(([, number]) => Number(number)) }
}

/** Behind every wall, and with no trigger watching: the rows are as if they had come in so. */
async function asSuperuser(
  { pool }: Database,
  work: (query: (text: string, values?: readonly unknown[]) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query("set session_replication_role = 'replica'")
    await work((text, values = []) => client.query(text, [...values]))
  } finally {
    await client.query('reset session_replication_role')
    client.release()
  }
}

import { chromium } from 'playwright-core'
import { findChromium } from '../scripts/chromium.ts'
const site = process.env.SITE ?? 'http://localhost:4716'
const browser = await chromium.launch({ executablePath: findChromium()!, args: ['--no-sandbox','--disable-gpu'] })
const [, , as, path, name, lang = 'ko', width = '1280', theme = 'light', script = ''] = process.argv
const context = await browser.newContext({ baseURL: site, viewport: { width: Number(width), height: 900 }, colorScheme: theme as never, locale: lang, storageState: { cookies: [], origins: [{ origin: site, localStorage: [{ name: 'ieum.language', value: lang }, { name: 'ieum.signed-in', value: 'yes' }] }] } })
const page = await context.newPage()
page.on('console', m => m.type() === 'error' && console.log('CONSOLE', m.text()))
page.on('pageerror', e => console.log('PAGEERROR', e.message))
const r = await context.request.post('/api/demonstration/sign-in', { data: { as }, headers: { origin: site } })
if (!r.ok()) console.log(r.status(), await r.text())
const me = await (await context.request.get('/api/me')).json()
const post = me.posts?.[0]?.post
await page.goto(path!.replaceAll('{post}', post))
await page.waitForLoadState('networkidle')
await page.waitForTimeout(500)
if (script) { const fn = new Function('page', `return (async () => { ${script} })()`); console.log(await fn(page)) ; await page.waitForTimeout(500) }
await page.screenshot({ path: `/tmp/follow-shots/${name}.png`, fullPage: true })
console.log(page.url())
await browser.close()

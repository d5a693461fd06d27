import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { startBrowser } from './e2e/harness/browser.ts'
import { chromium } from 'playwright-core'
const server = spawn(process.execPath, ['e2e/harness/desk-server.ts'], { stdio: ['ignore','pipe','inherit'] })
const line = await new Promise<string>(r => createInterface({ input: server.stdout! }).once('line', r))
const { address, world } = JSON.parse(line)
const b = await startBrowser(); const browser = await chromium.connect(b.wsEndpoint())
const only = process.argv[2]
const d = (who: string) => `/desk/${world.people[who].post}`
const shots: [string, string|null, string, any?][] = [
 ['signin', null, '/sign-in'],
 ['inbox','receiver', d('receiver')],
 ['outbox','sender', d('sender')+'?box=out'],
 ['empty','empty', d('empty')],
 ['review','receiver', d('receiver')+'/cases/'+world.cases.review.id],
 ['decline','receiver', d('receiver')+'/cases/'+world.cases.another.id, async (p:any)=>{ await p.keyboard.press('d'); await p.waitForTimeout(200)}],
 ['ended','receiver', d('receiver')+'/cases/'+world.cases.withdrawn.id],
 ['sendercase','sender', d('sender')+'/cases/'+world.cases.declined.id, async (p:any)=>{ await p.keyboard.press('w'); await p.waitForTimeout(800)}],
 ['new','sender', d('sender')+'/new', async (p:any)=>{ await p.locator('.desk-choose-link input').first().check(); await p.waitForTimeout(1200)}],
 ['batches','sender', d('sender')+'/batches', async (p:any)=>{ await p.getByRole('button').filter({hasText:/일괄 연계 올리기|Propose a batch/}).click(); await p.locator('.desk-choose-link input').first().check(); await p.waitForTimeout(1200)}],
 ['links','writer', d('writer')+'/links'],
 ['agreement','approver', d('approver')+'/links/'+world.offered, async (p:any)=>{ await p.locator('.case-buttons button').first().click(); await p.waitForTimeout(200)}],
 ['figures','owner', d('owner')+'/figures'],
 ['menu','receiver', d('receiver'), async (p:any)=>{ await p.locator('.who summary').click()}],
]
const variants = (process.argv[3] ?? 'ko-d-light').split(',')
for (const v of variants) { const [lang, screen, theme] = v.split('-')
 for (const [name, who, path, after] of shots) { if (only && only!=='all' && !only.split(',').includes(name)) continue
  const ctx = await browser.newContext({ baseURL: address, viewport: screen==='d'?{width:1280,height:800}:{width:360,height:740}, colorScheme: theme as any, reducedMotion:'reduce', storageState: { cookies: who ? [{ name: 'ieum.session_token', value: world.people[who].cookie.split('=').slice(1).join('='), domain:'localhost', path:'/', httpOnly:true, secure:false, sameSite:'Lax', expires:-1 }] : [], origins:[{origin:address, localStorage:[{name:'ieum.language',value:lang}]}] } })
  const p = await ctx.newPage(); p.on('console', m=>{ if(m.type()==='error') console.log(name, 'console:', m.text())}); p.on('pageerror', e=>console.log(name,'error', e.message))
  await p.goto(path + (path.includes('?')?'&':'?')+'on=2026-06-01'); await p.locator('h1').first().waitFor(); await p.waitForTimeout(1500)
  try { await after?.(p) } catch (e) { console.log(name, String(e).slice(0,300)) }
  await p.screenshot({ path: `/tmp/dp-${name}-${v}.png`, fullPage: true }); await ctx.close()
 } }
await browser.close(); await b.close(); server.kill('SIGTERM')

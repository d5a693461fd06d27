/**
 * A process with the whole house as it runs in production, empty, and a real mail server to send to (`SMTP_PORT`): whoever wants in has to
 * join. Says where it is as one line of JSON, and does over IPC what a keeper or the passing of time would.
 */
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHouse, serve, workHere } from '@ieum/server'
import { appointFirstAdministrator, invitationsOf, runningCatalogue, takeUpInvitation } from '@ieum/services'
import { koreanCatalogue } from '@ieum/services/testing'
import { day } from './desk-day.ts'
import { openRecords } from './records.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'ieum-people-'))
const secret = 'a secret of more than thirty-two signs'
const today = () => day
const report = (error: Error) => process.stderr.write(`${error.stack ?? error.message}\n`)

const running = runningCatalogue(await koreanCatalogue())
const { catalogue } = running
const database = await openRecords(folder)
const work = workHere(catalogue)
const inHouse = await openHouse(
  { running, today, timeZone: 'Asia/Seoul', report, showLetter: () => undefined, say: () => undefined },
  {
    isProduction: true,
    home: folder,
    where: { folder },
    trustedProxies: [],
    oidc: [],
    smtp: { url: `smtp://127.0.0.1:${process.env.SMTP_PORT}`, from: 'ieum@agency.example' },
    allowLocalHooks: false,
  },
  database,
  { IEUM_SECRET: secret },
)
if (inHouse.is !== 'open') throw new Error(inHouse.why)
const { house } = inHouse
const serving = await serve(
  address => ({
    catalogue,
    work,
    today,
    report,
    pages: join(root, 'apps/web/dist'),
    ...house.needsAt(address, work),
  }),
  { port: 0, host: '127.0.0.1' },
)
if (serving.is !== 'serving') throw new Error(serving.is)
process.stdout.write(`${JSON.stringify({ address: serving.address })}\n`)

export type Wish =
  | { readonly wish: 'invite first administrator'; readonly agency: string; readonly email: string }
  | { readonly wish: 'take up all invitations'; readonly email: string }
  | { readonly wish: 'let an hour pass' }
  /** As a letter to this address would carry it, good for so many seconds from now. */
  | { readonly wish: 'token to confirm'; readonly email: string; readonly seconds: number }

process.on('message', async (wish: Wish) => process.send!(await fulfil(wish)))

async function fulfil(wish: Wish): Promise<unknown> {
  switch (wish.wish) {
    case 'invite first administrator':
      return appointFirstAdministrator({ database, catalogue }, day, wish)
    case 'take up all invitations': {
      const { rows } = await database.pool.query('select id, name, locale from person where email = $1', [wish.email])
      const me = { person: { ...rows[0], email: wish.email, secondFactor: false }, on: day }
      for (const { id } of await invitationsOf({ database }, me)) await takeUpInvitation({ database }, me, id)
      return {}
    }
    case 'let an hour pass':
      await database.pool.query(`update verification set expires_at = expires_at - interval '61 minutes'`)
      return {}
    case 'token to confirm': {
      const iat = Math.floor(Date.now() / 1_000) - 7_200
      const parts = [
        { alg: 'HS256' },
        { email: wish.email, iat, exp: Math.floor(Date.now() / 1_000) + wish.seconds },
      ].map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
      return [...parts, createHmac('sha256', secret).update(parts.join('.')).digest('base64url')].join('.')
    }
  }
}

process.on('SIGTERM', async () => {
  await serving.close()
  await work.close()
  await house.close()
  rmSync(folder, { recursive: true, force: true })
  process.exit(0)
})

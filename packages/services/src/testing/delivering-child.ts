/** A process of its own that delivers until it is killed: `node delivering-child.ts DATABASE_URL [CLOCK_AHEAD_MS]`. */
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '@ieum/storage'
import { deliverDue } from '../deliveries/deliver-due.ts'
import { webhookSender } from '../deliveries/webhook-sender.ts'
import { sealer } from './sealer.ts'

const [url = '', ahead = '0'] = process.argv.slice(2)
const opened = await openDatabase({ url })
if (opened.is !== 'open') throw new Error(JSON.stringify(opened))
const { database } = opened
const needs = { database, senders: { webhook: webhookSender({ database, sealer, allowLocal: true }) } }
process.stdout.write('ready\n')
for (;;) {
  await deliverDue(needs, { now: new Date(Date.now() + Number(ahead)), most: 4 })
  await wait(20)
}

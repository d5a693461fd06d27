/**
 * A process whose clock and time zone somebody else sets. It hands a firm on with the days that it reads from its clock, looks again when it is
 * told to (a line on its input), at once or when its day has changed, and says as one line of JSON what it came to.
 */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import {
  type Acting,
  draftReferral,
  giveConsent,
  moveReferral,
  newSigningKey,
  readReferral,
  signerOf,
  sweepByClock,
} from '@ieum/services'
import {
  addAgreedLink,
  addFirm,
  addOfficer,
  addParticipation,
  inTheHouse,
  koreanCatalogue,
} from '@ieum/services/testing'
import { openDatabase } from '@ieum/storage'
import { today } from '../../apps/cli/src/today.ts'
import { whole } from './whole.ts'

const { prepared, until } = JSON.parse(process.argv[2]!) as { prepared: string; until: 'midnight' | 'told' }
const folder = mkdtempSync(join(tmpdir(), 'ieum-clock-'))
const opened = await openDatabase({ folder }, { prepared })
if (opened.is !== 'open') throw new Error(JSON.stringify(opened))
const { database } = opened
const catalogue = await koreanCatalogue()
const needs = { database, catalogue, signer: await signerOf(await newSigningKey()) }
// What takes long is done; whoever set the clock may let it run from here.
process.stdout.write('ready\n')
await once(process.stdin, 'data')

const link = await addAgreedLink(database, { daysToAnswer: 10 })
const now = <A extends Acting>(acting: A): A => ({ ...acting, on: today() })
const sender = await addOfficer(database, link.fromAgency, 'desk-officer')
const receiver = await addOfficer(database, link.toAgency, 'desk-officer')

const inAYear = () => `${Number(today().slice(0, 4)) + 1}-01-31`

async function handOn() {
  const firm = await addFirm(database)
  await addParticipation(database, firm.capacity.firm, { agency: link.fromAgency, programme: link.fromProgramme })
  const drafted = await draftReferral(needs, now(sender), {
    agreement: link.id,
    firm: firm.capacity.firm,
    reason: '다음 단계',
  })
  if (drafted.is !== 'drafted') throw new Error(drafted.is)
  const id = drafted.referral
  const given = await giveConsent(needs, now(firm), id, {
    language: 'ko',
    until: inAYear(),
    facts: [],
    participations: true,
    outcome: true,
    changed: 1,
  })
  if (given.is !== 'moved') throw new Error(JSON.stringify(given))
  const sent = await moveReferral(needs, now(sender), id, { move: 'send', changed: 2 })
  if (sent.is !== 'moved') throw new Error(JSON.stringify(sent))
  await moveReferral(needs, now(receiver), id, { move: 'receive', changed: 3 })
  return id
}

async function stateOf(id: string) {
  const read = await readReferral(needs, now(receiver), id)
  if (read.is !== 'found') throw new Error(read.is)
  const { due, daysLeft, sentOn, history } = read.case
  return {
    today: today(),
    sentOn,
    due,
    daysLeft,
    swept: await sweepByClock(needs, today()),
    moves: history.map(({ seq, move, on }) => [seq, move, on]),
  }
}

const trails = () =>
  inTheHouse(database, async tx => [
    ...(await tx.selectFrom('audit_entry').select(['lane', 'seq', 'at']).orderBy('lane').orderBy('seq').execute()),
    ...(await tx.selectFrom('access_entry').select(['lane', 'seq', 'at']).orderBy('lane').orderBy('seq').execute()),
  ])

const first = await handOn()
const before = await stateOf(first)
const clockBefore = Date.now()
process.stdout.write('done\n')
await once(process.stdin, 'data')
const day = today()
while (until === 'midnight' && today() === day) await wait(20)
const after = await stateOf(first)
const second = until === 'told' ? await stateOf(await handOn()) : null
const { broken } = await whole(database)
const entries = await trails()
process.stdout.write(
  `${JSON.stringify({
    before,
    after,
    second,
    steppedBack: clockBefore - Date.now(),
    broken,
    entries: entries.length,
    // In each chain 1, 2, 3, …, whatever the clock said.
    gaps: entries.filter(
      ({ lane, seq }, at) => seq !== (entries[at - 1]?.lane === lane && seq > 1 ? entries[at - 1]!.seq + 1 : 1),
    ).length,
  })}\n`,
)
await database.close()
rmSync(folder, { recursive: true, force: true })
process.exit(0)

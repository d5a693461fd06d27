/** C14, C38: a word of its own in each private column of a scene, and who gets to read it: in answers, tables, errors and logs. */
import { type ActingRole, type Relation, relations, roles } from '@ieum/desk'
import type { Scene } from '@ieum/server/testing/access'
import { table } from '@ieum/server/testing/access-table'
import { inTheHouse } from '@ieum/services/testing'
import type { Database } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { folderPlace, type PaperPlace } from '@ieum/storage/testing/papers'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { type HostileApp, hostileApp, keeperToken } from '../harness/hostile-app.ts'
import { knownOf, pathOf, sideOf } from '../harness/openapi/addressed.ts'
import type { Operation } from '../harness/openapi/operations.ts'
import { inWords, reached } from '../harness/reached.ts'
import { rounds } from '../harness/rounds.ts'

const walked: readonly Relation[] =
  rounds({ onPush: 1, nightly: relations.length }) === 1 ? ['none', 'consent-active'] : relations

type Reader = { readonly role: ActingRole; readonly relation: Relation }
const isFirms = ({ role, relation }: Reader) =>
  (role === 'firm-member' && relation === 'own') || (role === 'adviser' && relation === 'delegate')
const isParty = ({ relation }: Reader) => !['none', 'own', 'delegate'].includes(relation)
const isOffice = ({ role }: Reader) => role !== 'firm-member' && role !== 'adviser'
const nobody = () => false

/** What is private, and who alone may read it. Reviewed by hand: that a relation may read at all is held by the access matrix. */
const private_: Readonly<Record<string, (reader: Reader) => boolean>> = {
  // Entered by the firm, and in no consent of the scene.
  'fact that the firm entered': isFirms,
  'source that the firm named': isFirms,
  'name of a paper': reader => isFirms(reader) || (isOffice(reader) && reader.relation === 'consent-active'),
  'edition that the firm told': reader => isFirms(reader) || (isOffice(reader) && reader.relation === 'consent-active'),
  'text of a consent': reader => isFirms(reader) || (isOffice(reader) && isParty(reader)),
  'note on a case': reader => isFirms(reader) || (isOffice(reader) && isParty(reader)),
  'name of who acts for the firm': isFirms,
  'mail of who acts for the firm': isFirms,
  'name of who asks to': ({ role, relation }) => role === 'firm-member' && relation === 'own',
  'mail of who is invited': ({ role }) => role === 'agency-administrator',
  // With a case stands where its two agencies are reached: whoever may see the case may write to them.
  'where an agency is told': ({ role, relation }) => role === 'agency-administrator' || relation !== 'none',
  'secret of a webhook': nobody,
  'mail of a one-time link': nobody,
  'what a delivery failed with': nobody,
}

const canaryOf = (name: string) => `canary-${Object.keys(private_).indexOf(name)}-x`

describeInBothHomes('C14 C38 T14: what is private', open => {
  let papers: PaperPlace
  beforeAll(async () => {
    papers = await folderPlace()
  })
  afterAll(() => papers?.close())

  it('is read by nobody but whom it is for, in no answer, table, error or line of a log', async context => {
    const logged = linesLogged()
    const at = await hostileApp(open(), papers.store)
    const leaks = new Set<string>()
    const met = new Set<string>()
    let asked = 0
    for (const relation of walked) {
      const scene = await at.scene(relation)
      await putCanaries(open(), scene)
      for (const operation of at.description.operations.filter(isReading))
        for (const role of roles) {
          const { text, status } = await read(at, scene, operation, role)
          asked += 1
          for (const [name, mayRead] of Object.entries(private_)) {
            if (!text.includes(canaryOf(name))) continue
            met.add(name)
            if (!mayRead({ role, relation }))
              leaks.add(`${operation.name} · ${role} · ${relation}: ${status} the ${name}`)
          }
        }
    }
    expect([...leaks]).toEqual([])
    expect([...logged(), ...at.reported.map(String)].filter(line => line.includes('canary-'))).toEqual([])
    // What may be read by somebody was read: the canaries are where they should be.
    const readable = Object.keys(private_).filter(name => private_[name] !== nobody)
    if (walked.length > 2) expect(readable.filter(name => !met.has(name))).toEqual([])
    reached(context, {
      check: 'C14',
      rounds: asked,
      figure: `${inWords(asked)} answers to ${roles.length} roles in ${walked.length} relations: 0 of ${Object.keys(private_).length} private words where they do not belong, 0 in logs; ${met.size} were read by whom they are for`,
    })
  }, 240_000)

  it('and opens a door stands nowhere in the records as it is: C38', async () => {
    const logged = linesLogged()
    const at = await hostileApp(open(), papers.store)
    const email = 'keeper-of-secrets@demonstration.invalid'
    const password = 'a password that nobody else has'
    const totpSecret = 'a-shared-secret-of-an-authenticator'
    await at.signIn.seedPerson({ email, name: '비밀', password, totpSecret })
    const post = (path: string, body: object) =>
      at.app.request(`/api/sign-in/${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', cookie: at.cookie },
      })
    const enrolling = await (await post('second-factor', { password: 'a long enough password' })).text()
    await post('password', { email, password })
    await post('password', { email, password: 'a wrong password that was typed' })
    await post('forgot', { email })
    await at.signIn.idle()
    const secrets = {
      password,
      'wrong password': 'a wrong password that was typed',
      'shared secret': totpSecret,
      'token of a letter': at.letters.map(text => /#token=(\S+)/.exec(text)?.[1]).find(Boolean),
      'cookie of a session': decodeURIComponent(at.cookie.split('=')[1] ?? ''),
      'backup code': /"backupCodes":\["([^"]+)"/.exec(enrolling)?.[1],
      'enrolled secret': /secret=([A-Z2-7]+)/.exec(enrolling)?.[1],
    }
    expect(Object.entries(secrets).filter(([, secret]) => !secret)).toEqual([])
    const kept = await everything(open())
    expect(kept).toContain(email)
    const found = Object.entries(secrets).filter(
      ([, secret]) => kept.includes(secret!) || logged().some(line => line.includes(secret!)),
    )
    expect(found.map(([name]) => name)).toEqual([])
    expect(logged().filter(line => line.includes(email))).toEqual([])
  }, 60_000)
})

const isReading = ({ method, path, name }: Operation) =>
  (method === 'GET' && !/rulebook|programmes|calendar|healthz|keys|callback/.test(path)) ||
  name === 'POST /api/posts/{post}/referrals/export' ||
  name === 'POST /api/firms/{firm}/match'

async function read({ app, people, cookie }: HostileApp, scene: Scene, operation: Operation, role: ActingRole) {
  const officer = scene.officers.find(({ capacity }) => capacity.role === role)
  const acting = officer ?? (role === 'firm-member' ? scene.member : scene.adviser)
  people.set(acting.person.id, acting.person)
  const isOfFirm = sideOf(operation) === 'firm'
  const known = knownOf(scene)
  const ids: Readonly<Record<string, string>> = {
    post: (officer ?? scene.officers[0]!).capacity.post,
    fact: isOfFirm ? scene.facts.entered : scene.facts.recorded,
    person: isOfFirm ? scene.fellow : scene.holder,
  }
  const row = table[operation.name]
  const query = row?.query?.(scene)
  const address = pathOf(operation, name => ids[name] ?? known.get(name)?.[0])
  const response = await app.request(`${address}${query ? `?${query}` : ''}`, {
    method: operation.method,
    headers: {
      'x-person': acting.person.id,
      'sec-fetch-site': 'same-origin',
      cookie,
      authorization: `Bearer ${keeperToken}`,
      ...(row?.body && { 'content-type': 'application/json' }),
    },
    ...(row?.body && { body: JSON.stringify(row.body(scene)) }),
  })
  const headers = JSON.stringify([...response.headers])
  return { status: response.status, text: `${headers}\n${decodeURIComponent(headers)}\n${await response.text()}` }
}

/** As the house itself. Whatever belongs to the firm of the scene, and to the agency that acts. */
async function putCanaries(database: Database, scene: Scene): Promise<void> {
  const { agency } = scene.officers[0]!.capacity
  // People belong to the owner of the records, not to the house.
  await database.pool.query(`update person set name = $1, email = $2 where id in (select unnest($3::text[]))`, [
    canaryOf('name of who acts for the firm'),
    `${canaryOf('mail of who acts for the firm')}-${scene.firm}@example.kr`,
    [scene.fellow],
  ])
  const asker = await inTheHouse(database, tx =>
    tx.selectFrom('firm_request').select('person_id').where('id', '=', scene.request).executeTakeFirstOrThrow(),
  )
  await database.pool.query('update person set name = $1 where id = $2', [
    canaryOf('name of who asks to'),
    asker.person_id,
  ])
  await inTheHouse(database, async tx => {
    const run = (query: ReturnType<typeof sql>) => query.execute(tx)
    const of = (name: string) => canaryOf(name)
    await run(
      sql`update fact set value = to_jsonb(${of('fact that the firm entered')}::text), source_name = ${of('source that the firm named')} where id = ${scene.facts.entered}`,
    )
    await run(sql`update paper set name = ${`${of('name of a paper')}.pdf`} where firm_id = ${scene.firm}`)
    await run(
      sql`update participation set edition = ${of('edition that the firm told')} where id = ${scene.participations.entered}`,
    )
    await run(sql`update consent set text_body = ${of('text of a consent')} where firm_id = ${scene.firm}`)
    await run(sql`update referral_event set note = ${of('note on a case')} where referral_id = ${scene.referral}`)
    await run(sql`update firm_request set name_ko = ${of('name of who asks to')} where id = ${scene.request}`)
    await run(
      sql`update invitation set email = ${`${of('mail of who is invited')}@example.kr`} where id = ${scene.invitation}`,
    )
    await run(sql`insert into agency_contact (agency, way, mail, webhook_url, webhook_secret) values (${agency}, 'mail', ${`${of('where an agency is told')}@example.kr`}, 'https://example.kr/', ${of('secret of a webhook')})
      on conflict (agency) do update set mail = excluded.mail, webhook_secret = excluded.webhook_secret`)
    await run(sql`update delivery set last_error = ${of('what a delivery failed with')}`)
    if (scene.relation !== 'none')
      await run(
        sql`insert into one_time_link (token_sha256, referral_id, agency, mail, until) values (${scene.referral}, ${scene.referral}, ${agency}, ${of('mail of a one-time link')}, '2099-01-01') on conflict do nothing`,
      )
  })
}

/** Every row of every table, as text: what the owner may read, and what the house may. */
async function everything(database: Database): Promise<string> {
  const { rows } = await database.pool.query(`select tablename from pg_tables where schemaname = 'public'`)
  const texts: string[] = []
  for (const { tablename } of rows) {
    const all = `select string_agg(t::text, E'\n') as text from "${tablename}" t`
    texts.push((await database.pool.query(all)).rows[0].text ?? '')
    const byHouse = inTheHouse(database, tx => sql<{ text: string | null }>`${sql.raw(all)}`.execute(tx))
    texts.push(await byHouse.then(({ rows: [row] }) => row?.text ?? '', refusedHouse))
  }
  return texts.join('\n')
}

/** The tables of signing in are not for the house. */
function refusedHouse(error: Error): string {
  if (!/permission denied/.test(error.message)) throw error
  return ''
}

/** What goes to the outputs of this process from now on, until the test ends. */
function linesLogged(): () => readonly string[] {
  const lines: string[] = []
  for (const stream of [process.stdout, process.stderr]) {
    const spy = vi.spyOn(stream, 'write').mockImplementation(text => {
      lines.push(String(text))
      return true
    })
    onTestFinished(() => spy.mockRestore())
  }
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    const spy = vi.spyOn(console, name).mockImplementation((...said) => void lines.push(said.map(String).join(' ')))
    onTestFinished(() => spy.mockRestore())
  }
  return () => lines
}

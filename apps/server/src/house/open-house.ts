/** Opens what stays between two starts: the records, the secret, the signing key, the demonstration. Closes it in the opposite order. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Day } from '@ieum/catalogue/records'
import { type Mailer, mailerOf } from '@ieum/delivery'
import {
  destroyDueAccesses,
  destroyDueFeeds,
  destroyDueOutcomes,
  destroyRemovedPapers,
  exchangeSender,
  mailSender,
  oneTimeWriter,
  paperFetcher,
  type RunningCatalogue,
  remindOfActions,
  scanWaitingPapers,
  sealerOf,
  sealWebhookSecrets,
  settleCouncilPapers,
  settlePapers,
  sweepByClock,
  tellLooks,
  webhookSender,
} from '@ieum/services'
import type { Database } from '@ieum/storage'
import { sql } from 'kysely'
import { openDemonstration } from '../demonstration/demonstration.ts'
import { papersPlace } from '../desk/papers-place.ts'
import type { FirmWork } from '../firm-work.ts'
import { nextKey, openKeys } from '../keys.ts'
import type { Needs } from '../needs.ts'
import type { Letter } from '../sign-in/letters.ts'
import { readOrMakeSecret } from '../sign-in/secret.ts'
import { createSignIn, type SignIn } from '../sign-in/sign-in.ts'
import { type Chores, startChores } from './chores.ts'
import { openKeeper } from './keeper.ts'
import type { Refusing, Settings } from './settings.ts'
import { type Deliveries, startDeliveries } from './start-deliveries.ts'
import { tellWaiting } from './tell-waiting.ts'

export interface House {
  readonly database: Database
  readonly isDemonstration: boolean
  /** What the app needs of it, once it is known where people reach it. */
  needsAt(
    address: string,
    work: FirmWork,
  ): Pick<Needs, 'desk' | 'signIn' | 'trustedProxies' | 'demonstration' | 'keeper' | 'recordsAnswer' | 'publicUrl'>
  /** The records last. */
  close(): Promise<void>
}

export interface HouseNeeds {
  readonly running: RunningCatalogue
  readonly today: () => Day
  /** Where the agencies are: `Asia/Seoul`. */
  readonly timeZone: string
  readonly report: (error: Error) => void
  /** Where no mail server is named: whoever started the program reads them. */
  readonly showLetter: (letter: Pick<Letter, 'to' | 'subject' | 'text'>) => void
  /** A sentence for whoever runs the server. */
  readonly say: (sentence: string) => void
}

export type HouseOpened = { readonly is: 'open'; readonly house: House } | Refusing

export async function openHouse(
  { running, today, timeZone, report, showLetter, say }: HouseNeeds,
  settings: Settings,
  database: Database,
  env: NodeJS.ProcessEnv,
): Promise<HouseOpened> {
  const { catalogue } = running
  const refuse = async (why: string): Promise<Refusing> => {
    await database.close()
    return { is: 'refused', why }
  }
  const secret = readOrMakeSecret(settings.home, env)
  if (secret.is === 'too short') return refuse(`${secret.from}: the secret is too short: 32 characters or more`)
  if (secret.is === 'open to others') return refuse(`${secret.file}: others may read the secret: chmod 600`)
  const keys = await openKeys(settings.home)
  if (keys.is === 'faulty') return refuse(`${keys.file}: ${keys.wrong}: ${keys.right}`)

  const sealer = sealerOf(secret.secret, secret.before)
  const { lost } = await sealWebhookSecrets({ database, sealer })
  for (const agency of lost)
    say(
      `The secret of the webhook of ${agency} was sealed with another IEUM_SECRET: name that one in IEUM_SECRET_BEFORE, or have its administrator make a new one.`,
    )

  const papers = await papersPlace(settings.home, env)
  if (papers.is === 'not usable') return refuse(papers.why)

  const mailer = settings.smtp && mailerOf(settings.smtp)
  const mail = async (letter: Letter): Promise<void> => {
    if (!mailer) return showLetter(letter)
    const { to, locale, subject, text } = letter
    // Each letter carries a link of its own: none is a second try of another.
    const mailed = await mailer.mail({ to, subject, text, html: htmlOf(text), language: locale, event: randomUUID() })
    if (mailed.is !== 'taken') report(new Error(`a letter was not taken: ${mailed.why}`))
  }

  const signInAt = (address: string, isDemonstration: boolean): SignIn => {
    const baseUrl = settings.baseUrl ?? address
    return createSignIn({
      kysely: database.kysely,
      secret: secret.secret,
      baseUrl,
      trustedOrigins: settings.baseUrl ? [] : [address.replace('//localhost:', '//127.0.0.1:')],
      mail,
      oidc: settings.oidc,
      mayJoin: email => isInvited(database, email),
      mustUse: person => providerOf(database, settings, person),
      demonstration: isDemonstration,
      report,
    })
  }
  const opening = await openDemonstration({
    database,
    catalogue,
    signer: keys.signer,
    secret: secret.secret,
    unfinished: join(settings.home, 'demonstration-unfinished'),
    mayBegin: !settings.isProduction && 'folder' in settings.where,
    on: today(),
    timeZone,
    seeding: () => signInAt('http://localhost', true),
  })
  if (opening.is === 'there' && settings.isProduction)
    return refuse(
      'IEUM_MODE: the records hold the demonstration, which is not for production: give another IEUM_HOME or DATABASE_URL',
    )
  const demonstration = opening.is === 'there' ? opening.demonstration : undefined
  const refreshLinks = () => running.refresh(database, today())
  await refreshLinks()
  const keeper =
    'folder' in settings.where
      ? openKeeper(settings.home, { database, catalogue: async () => running.base, today })
      : undefined

  let chores: Chores | undefined
  let deliveries: Deliveries | undefined
  let fetching: Deliveries | undefined
  /** Letters of notices, webhooks, and what goes to other installations. */
  const startDelivering = (address: string): Deliveries => {
    const publicUrl = settings.baseUrl ?? address
    // Of a demonstration nobody else would read them.
    const poster = mailer ?? (demonstration ? printerOf(showLetter) : undefined)
    return startDeliveries({
      database,
      senders: {
        ...(poster && {
          mail: mailSender({
            mailer: poster,
            publicUrl,
            writeOneTime: oneTimeWriter({ database, publicUrl, timeZone }),
          }),
        }),
        webhook: webhookSender({ database, sealer, allowLocal: settings.allowLocalHooks }),
        ...(settings.installation && {
          exchange: exchangeSender({ database, signer: keys.signer, installation: settings.installation, today }),
        }),
      },
      report,
      say,
    })
  }
  /** Beside the others: a message that ends a consent does not wait for a paper. */
  const startFetching = (installation: string): Deliveries =>
    startDeliveries({
      database,
      senders: { fetch: paperFetcher({ database, signer: keys.signer, installation, ...papers, today }) },
      report,
      say: () => undefined,
    })
  return {
    is: 'open',
    house: {
      database,
      isDemonstration: demonstration !== undefined,
      needsAt(address, work) {
        const signIn = signInAt(address, demonstration !== undefined)
        database.tellAddress(address)
        deliveries ??= startDelivering(address)
        if (settings.installation) fetching ??= startFetching(settings.installation)
        chores ??= startChores(
          [
            { everySeconds: 3_600, run: () => signIn.tidy() },
            // What was agreed through another server process on these records (docs/adr/0018).
            { everySeconds: 2, run: refreshLinks },
            // A day that comes is noticed within ten minutes; asked again on one day, it changes nothing.
            { everySeconds: 600, run: () => sweepByClock({ database, catalogue }, today()) },
            { everySeconds: 600, run: () => remindOfActions({ database, catalogue }, today()) },
            // What could not be looked through when it was brought, and what is to be destroyed.
            { everySeconds: 60, run: () => scanWaitingPapers({ database, ...papers }).then(tellWaiting(report)) },
            { everySeconds: 600, run: () => destroyRemovedPapers({ database, ...papers }) },
            { everySeconds: 60, run: () => settleCouncilPapers({ database, ...papers }).then(tellWaiting(report)) },
            // Looks at firms that are older than two years.
            { everySeconds: 3_600, run: () => destroyDueAccesses({ database }, today()) },
            // Outcomes of requests that are older than a year: nobody sends one again so late.
            { everySeconds: 3_600, run: () => destroyDueOutcomes({ database }, today()) },
            // Calendar addresses at which nothing has been for a year.
            { everySeconds: 3_600, run: () => destroyDueFeeds({ database }, today()) },
            // What came from other installations, and what is told to them.
            ...(settings.installation
              ? [
                  {
                    everySeconds: 60,
                    run: () => settlePapers({ database, papers: papers.papers }, { on: today(), now: new Date() }),
                  },
                  { everySeconds: 60, run: () => tellLooks({ database }) },
                ]
              : []),
          ],
          report,
        )
        return {
          desk: {
            catalogue,
            work,
            database,
            // It is agreed, whatever becomes of the reading: the next round makes up for it.
            linksChanged: () => refreshLinks().catch(report),
            papers: papers.papers,
            ...(papers.scanner && { scanner: papers.scanner }),
            today,
            timeZone,
            report,
            signer: keys.signer,
            nextKey: () => nextKey(settings.home),
            sealer,
            allowLocalHooks: settings.allowLocalHooks,
            ...(settings.installation && { installation: settings.installation }),
            personOf: headers => signIn.personOf(headers),
            trustedProxies: settings.trustedProxies,
            origins: signIn.origins,
            demonstration: demonstration !== undefined,
          },
          signIn,
          trustedProxies: settings.trustedProxies,
          publicUrl: settings.baseUrl ?? address,
          recordsAnswer: () => answers(database),
          ...(demonstration && {
            demonstration: { ...demonstration(signIn), lettersArePrinted: mailer === undefined },
          }),
          ...(keeper && { keeper }),
        }
      },
      async close() {
        await chores?.stop()
        await Promise.all([deliveries?.stop(), fetching?.stop()])
        mailer?.close()
        keeper?.close()
        await database.close()
      },
    },
  }
}

const htmlOf = (text: string): string =>
  `<pre style="font-family:sans-serif;white-space:pre-wrap">${text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)}</pre>`

/** A sick database is said to be so within the time that whoever watches over it waits. */
async function answers({ kysely }: Database): Promise<boolean> {
  const asked = sql`select 1`.execute(kysely).then(
    () => true,
    () => false,
  )
  return Promise.race([asked, new Promise<boolean>(late => setTimeout(late, 2_000, false).unref())])
}

const isInvited = async ({ kysely }: Database, email: string): Promise<boolean> =>
  (await kysely
    .selectFrom('invitation')
    .select('id')
    .where('email', '=', email)
    .where('settled_at', 'is', null)
    .where('until', '>', sql<Date>`now()`)
    .executeTakeFirst()) !== undefined

const printerOf = (showLetter: HouseNeeds['showLetter']): Mailer => ({
  mail: async letter => {
    showLetter(letter)
    return { is: 'taken' }
  },
  close: () => undefined,
})

async function providerOf({ kysely }: Database, { oidc }: Settings, person: string): Promise<string | undefined> {
  if (oidc.every(({ agencies }) => agencies.length === 0)) return undefined
  const posts = await kysely
    .selectFrom('post_holder as h')
    .innerJoin('post as p', 'p.id', 'h.post_id')
    .select('p.agency')
    .where('h.person_id', '=', person)
    .where('h.until', 'is', null)
    .where('p.closed_at', 'is', null)
    .execute()
  return oidc.find(({ agencies }) => posts.some(({ agency }) => agencies.includes(agency)))?.id
}

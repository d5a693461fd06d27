/**
 * What a newcomer sees at the first `npm start`: people of every role, some firms, a chain of links in force, and referrals in several
 * states. Everyone in it is made up. Signing in takes one click, and works for these people only.
 */

import { createHmac } from 'node:crypto'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { readFirm } from '@ieum/catalogue'
import type { Words } from '@ieum/catalogue/records'
import type { OpenCatalogue } from '@ieum/services'
import type { SignIn } from '../sign-in/sign-in.ts'
import { addressOf } from './address-of.ts'
import { type Cast, castOf, firmFile } from './cast.ts'
import type { DemonstrationNeeds } from './demonstration-needs.ts'
import { emptyRecords } from './empty-records.ts'
import { seed } from './seed.ts'

export interface Role {
  readonly as: string
  readonly name: string
  readonly role: string
  readonly agency?: string
  readonly firm?: string
  readonly firmName?: Words
}

export interface Demonstration {
  readonly roles: readonly Role[]
  /** No mail server is set: whoever started the program reads every letter there. */
  readonly lettersArePrinted?: boolean
  /** The answer sets the cookie of a session that counts as passed by a second factor; undefined: nobody of that name. */
  signInAs(as: string, from: { readonly headers: Headers; readonly address: string }): Promise<Response | undefined>
}

export type DemonstrationOpened =
  | { readonly is: 'there'; readonly demonstration: (signIn: SignIn) => Demonstration }
  | { readonly is: 'none' }

export async function openDemonstration(needs: DemonstrationNeeds): Promise<DemonstrationOpened> {
  const { database, catalogue, secret, mayBegin, unfinished } = needs
  if (mayBegin && existsSync(unfinished)) await emptyRecords(database)
  const people = await database.kysely.selectFrom('person').select('email').execute()
  const isThere = people.some(({ email }) => email.endsWith(addressOf('')))
  if (!isThere && (!mayBegin || people.length > 0)) return { is: 'none' }
  const cast = await castOf(catalogue.rulebook.id)
  if (!cast)
    return isThere
      ? { is: 'there', demonstration: () => ({ roles: [], signInAs: async () => undefined }) }
      : { is: 'none' }
  // The same at each start, known to nobody, and of no use without the secret of the installation.
  const password = createHmac('sha256', secret).update('the demonstration').digest('base64url')
  if (!isThere) {
    writeFileSync(unfinished, '', { mode: 0o600 })
    await seed(needs, cast, password)
    rmSync(unfinished)
  }
  const roles = await rolesOf(catalogue, cast)
  return { is: 'there', demonstration: signIn => demonstrationOf(roles, password, signIn) }
}

function demonstrationOf(roles: readonly Role[], password: string, signIn: SignIn): Demonstration {
  return {
    roles,
    async signInAs(as, { headers, address }) {
      if (!roles.some(role => role.as === as)) return undefined
      const body = { email: addressOf(as), password }
      const answer = await signIn.ask({ path: '/sign-in/email', body, headers, address, withoutSession: true })
      if (!answer.ok) return answer
      const { token } = (await answer.clone().json()) as { token: string }
      await signIn.kysely
        .updateTable('sign_in_session')
        .set({ second_factor: true })
        .where('token', '=', token)
        .execute()
      return answer
    },
  }
}

/** Those whom work waits for stand first, so that the first click leads to a desk with something on it. */
async function rolesOf({ rulebook }: OpenCatalogue, cast: Cast): Promise<readonly Role[]> {
  const { posts, firms, referrals, links } = cast
  const waiting = referrals.map(referral => {
    const link = links.find(({ id }) => id === referral.link)
    const from = posts.find(({ as }) => as === referral.by)?.agency
    const to = rulebook.programmes.find(({ id }) => id === link?.to)?.agency
    const turn = whoIsToAct(referral.moves.at(-1)?.move)
    return turn && { firm: referral.firm, sender: from, receiver: to }[turn]
  })
  const waitFor = (who: string) => waiting.filter(one => one === who).length
  const named = await Promise.all(
    firms.map(async firm => {
      const path = firmFile(firm.file)
      const reading = readFirm(await readFile(path), path, rulebook.facts)
      return { ...firm, firmName: 'faults' in reading ? undefined : reading.firm.name }
    }),
  )
  return [
    ...posts
      .toSorted((a, b) => waitFor(b.agency) - waitFor(a.agency))
      .map(({ as, person, role, agency }) => ({ as, name: person, role, agency })),
    ...named
      .toSorted((a, b) => waitFor(b.file) - waitFor(a.file))
      .flatMap(({ member, adviser, file, firmName }) => {
        const of = { firm: file.replace(/\.yaml$/, ''), ...(firmName && { firmName }) }
        return [
          { as: member.as, name: member.person, role: 'firm-member', ...of },
          ...(adviser ? [{ as: adviser.as, name: adviser.person, role: 'adviser', ...of }] : []),
        ]
      }),
  ]
}

/** By the last move that the cast makes; a referral that is only drafted waits for its firm. */
function whoIsToAct(last: string | undefined): 'firm' | 'sender' | 'receiver' | undefined {
  if (last === undefined || last === 'return') return 'firm'
  if (last === 'consent') return 'sender'
  return last === 'send' || last === 'receive' || last === 'review' ? 'receiver' : undefined
}

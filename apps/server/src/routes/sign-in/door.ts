/** How often somebody may try: counted before better-auth is asked. */
import type { Context } from 'hono'
import { placeOf, proxies } from '../../sign-in/address.ts'
import type { SignIn } from '../../sign-in/sign-in.ts'
import { countTry, forgetTries, type Limit, takeBackTry } from '../../sign-in/tries.ts'
import { refuse, refused, tooManyTries } from './refusals.ts'

/** Five wrong passwords for one person from one address (trust.md, C47). */
const passwords: Limit = { of: 'password of one person from one address', most: 5, minutes: 15 }
/** One address that tries many people. */
const passwordsFrom: Limit = { of: 'passwords from one address', most: 50, minutes: 15 }
/** Many addresses that try one person (NIST SP 800-63B: at most 100). */
const passwordsOf: Limit = { of: 'passwords of one person', most: 100, minutes: 60 }
const codesFrom: Limit = { of: 'second factor codes from one address', most: 30, minutes: 15 }
const letters: Limit = { of: 'letters to one person from one address', most: 5, minutes: 60 }
const lettersFrom: Limit = { of: 'letters from one address', most: 30, minutes: 60 }

export function doorOf(trustedProxies: readonly string[]) {
  const trusted = proxies(trustedProxies)

  async function passwordTries(c: Context, { kysely }: SignIn, who: string): Promise<Response | undefined> {
    const person = who.toLowerCase()
    // The narrowest first: what it refuses does not count against the others.
    for (const [limit, ...whom] of [
      [passwords, person, placeOf(c, trusted)],
      [passwordsFrom, placeOf(c, trusted)],
      [passwordsOf, person],
    ] as const) {
      const tries = await countTry(kysely, limit, ...whom)
      if (tries.is === 'too many') return tooManyTries(c, tries.seconds)
    }
    return undefined
  }

  async function rightPassword(c: Context, { kysely }: SignIn, who: string): Promise<void> {
    const person = who.toLowerCase()
    await forgetTries(kysely, passwords, person, placeOf(c, trusted))
    await takeBackTry(kysely, passwordsFrom, placeOf(c, trusted))
    await takeBackTry(kysely, passwordsOf, person)
  }

  /** What asks for the password of who is signed in already: guessed no more often than at the door. */
  async function knowing(
    c: Context,
    signIn: SignIn,
    ask: () => Promise<Response>,
    done: (answer: Response) => Promise<Response>,
  ): Promise<Response> {
    const person = await signIn.personOf(c.req.raw.headers)
    if (!person) return refuse(c, 'not-signed-in')
    const tooMany = await passwordTries(c, signIn, person.email)
    if (tooMany) return tooMany
    const answer = await ask()
    if (!answer.ok) return refused(c, answer)
    await rightPassword(c, signIn, person.email)
    return done(answer)
  }

  async function letterTries(c: Context, { kysely }: SignIn, email: string): Promise<Response | undefined> {
    for (const [limit, ...whom] of [
      [letters, email.toLowerCase(), placeOf(c, trusted)],
      [lettersFrom, placeOf(c, trusted)],
    ] as const) {
      const tries = await countTry(kysely, limit, ...whom)
      if (tries.is === 'too many') return tooManyTries(c, tries.seconds)
    }
    return undefined
  }

  async function codeTries(c: Context, { kysely }: SignIn): Promise<Response | undefined> {
    const tries = await countTry(kysely, codesFrom, placeOf(c, trusted))
    return tries.is === 'too many' ? tooManyTries(c, tries.seconds) : undefined
  }

  return { from: (c: Context) => placeOf(c, trusted), passwordTries, rightPassword, knowing, letterTries, codeTries }
}

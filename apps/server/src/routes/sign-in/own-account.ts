/** What a person changes of oneself: second factor, password, name and language. */
import { faultOfPassword } from '../../sign-in/password.ts'
import { withCookies } from './cookies.ts'
import { backupCodes, change, changePassword, enrol, enrolled, removeFactor } from './described.ts'
import { badPassword, refuse, refused } from './refusals.ts'
import type { SignInApp } from './sign-in-app.ts'

export function ownAccountRoutes({ post, door }: SignInApp): void {
  post(enrol, async (c, { password }, signIn, ask) =>
    door.knowing(
      c,
      signIn,
      () => ask({ path: '/two-factor/enable', body: { password, method: 'totp' } }),
      async answer => {
        const { totpURI, backupCodes } = (await answer.clone().json()) as { totpURI: string; backupCodes: string[] }
        return withCookies(c, answer, { is: 'to confirm', uri: totpURI, backupCodes })
      },
    ),
  )

  post(enrolled, async (c, given, signIn, ask) => {
    if (!(await signIn.personOf(c.req.raw.headers))) return refuse(c, 'not-signed-in')
    const tooMany = await door.codeTries(c, signIn)
    if (tooMany) return tooMany
    const answer = await ask({ path: '/two-factor/verify-totp', body: { code: given.code } })
    return answer.ok ? withCookies(c, answer, { is: 'enrolled' }) : refused(c, answer)
  })

  post(backupCodes, async (c, { password }, signIn, ask) =>
    door.knowing(
      c,
      signIn,
      () => ask({ path: '/two-factor/generate-backup-codes', body: { password } }),
      async answer => {
        const { backupCodes } = (await answer.clone().json()) as { backupCodes: string[] }
        return withCookies(c, answer, { is: 'made', backupCodes })
      },
    ),
  )

  post(removeFactor, async (c, { password }, signIn, ask) =>
    door.knowing(
      c,
      signIn,
      () => ask({ path: '/two-factor/disable', body: { password } }),
      async answer => withCookies(c, answer, { is: 'removed' }),
    ),
  )

  post(changePassword, async (c, { password, next }, signIn, ask) => {
    const person = await signIn.personOf(c.req.raw.headers)
    if (!person) return refuse(c, 'not-signed-in')
    const fault = faultOfPassword(next, person)
    if (fault) return badPassword(c, 'next', fault)
    const body = { currentPassword: password, newPassword: next, revokeOtherSessions: true }
    return door.knowing(
      c,
      signIn,
      () => ask({ path: '/change-password', body }),
      async answer => withCookies(c, answer, { is: 'changed' }),
    )
  })

  post(change, async (c, given, signIn, ask) => {
    if (!(await signIn.personOf(c.req.raw.headers))) return refuse(c, 'not-signed-in')
    if (Object.keys(given).length === 0) return c.json({ is: 'changed' })
    const answer = await ask({ path: '/update-user', body: given })
    return answer.ok ? withCookies(c, answer, { is: 'changed' }) : refused(c, answer)
  })
}

/** Joining by a letter, and choosing a new password by one. */
import { faultOfPassword } from '../../sign-in/password.ts'
import { confirm, confirmAgain, forgot, join, reset } from './described.ts'
import { badPassword, refuse, refused } from './refusals.ts'
import type { SignInApp } from './sign-in-app.ts'

export function joiningRoutes({ post, door }: SignInApp): void {
  post(join, async (c, { email, name, password, locale }, signIn, ask) => {
    const fault = faultOfPassword(password, { email, name })
    if (fault) return badPassword(c, 'password', fault)
    const tooMany = await door.letterTries(c, signIn, email)
    if (tooMany) return tooMany
    const answer = await ask({
      path: '/sign-up/email',
      body: { email, name, password, locale: locale ?? 'ko' },
      withoutSession: true,
    })
    return answer.ok ? c.json({ is: 'letter sent' }) : refused(c, answer)
  })

  post(confirm, async (c, { token }, _, ask) => {
    const answer = await ask({ path: '/verify-email', method: 'GET', query: { token }, withoutSession: true })
    return answer.ok ? c.json({ is: 'confirmed' }) : refuse(c, 'link-spent')
  })

  // A letter is made and sent after the answer: how long that takes would tell whether the address is known.
  post(confirmAgain, async (c, { email }, signIn, ask) => {
    const tooMany = await door.letterTries(c, signIn, email)
    if (tooMany) return tooMany
    signIn.inBackground(ask({ path: '/send-verification-email', body: { email }, withoutSession: true }))
    return c.json({ is: 'letter sent' })
  })

  post(forgot, async (c, { email }, signIn, ask) => {
    const tooMany = await door.letterTries(c, signIn, email)
    if (tooMany) return tooMany
    signIn.inBackground(ask({ path: '/request-password-reset', body: { email }, withoutSession: true }))
    return c.json({ is: 'letter sent' })
  })

  post(reset, async (c, { token, password }, signIn, ask) => {
    const whose = await signIn.personOfResetToken(token)
    if (!whose) return refuse(c, 'link-spent')
    const fault = faultOfPassword(password, whose)
    if (fault) return badPassword(c, 'password', fault)
    const answer = await ask({ path: '/reset-password', body: { token, newPassword: password }, withoutSession: true })
    return answer.ok ? c.json({ is: 'changed' }) : refused(c, answer)
  })
}

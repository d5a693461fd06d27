/** Joining, and the pages about oneself: they come together, with their words. */
import { speakOwn } from '../../words/own-words.ts'

export { ConfirmPage } from '../../sign-in/confirm-page.tsx'
export { ForgotPage } from '../../sign-in/forgot-page.tsx'
export { JoinPage } from '../../sign-in/join-page.tsx'
export { ResetPage } from '../../sign-in/reset-page.tsx'
export { MePage } from './me-page.tsx'
export { SecondFactorPage } from './second-factor-page.tsx'

await speakOwn()

/** The pages of a firm, and what one is told oneself, with their words. */
import { speakFirm } from '../../words/firm-words.ts'

export { MyNoticesPage } from '../notices/my-notices-page.tsx'
export { DossierPage } from './dossier/dossier-page.tsx'
export { FirmFrontPage } from './front/firm-front-page.tsx'
export { WhoLookedPage } from './looks/who-looked-page.tsx'
export { AskFirmPage } from './members/ask-firm-page.tsx'
export { MembersPage } from './members/members-page.tsx'
export { FirmReferralPage } from './referral/referral-page.tsx'

await speakFirm()

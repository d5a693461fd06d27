/** The pages of an agency that are about itself, and the answers by a link or a sheet, with their words. */
import { speakAgency } from '../words/agency-words.ts'

export { AnswerPage } from '../pages/answer/answer-page.tsx'
export { CalendarsPage } from './calendars/calendars-page.tsx'
export { ContactPage } from './contact/contact-page.tsx'
export { InstallationsPage } from './installations/installations-page.tsx'
export { PostNoticesPage } from './notices/post-notices-page.tsx'
export { PeoplePage } from './people/people-page.tsx'
export { SheetPage } from './sheet/sheet-page.tsx'
export { TrailPage } from './trail/trail-page.tsx'

await speakAgency()

/** The pages of councils at the desk come as one, with their words. */
import { speakCouncilDesk } from '../words/council-desk-words.ts'
import { speakFollow } from '../words/council-follow-words.ts'

export { ClosingDeskPage } from '../closing-days/desk/closing-desk.tsx'
export { ActionsPage } from './actions/actions-page.tsx'
export { CouncilPage } from './councils/council-page.tsx'
export { CouncilsPage } from './councils/councils-page.tsx'
export { DraftTaskPage } from './tasks/draft-task-page.tsx'
export { TaskPage } from './tasks/task-page.tsx'

await Promise.all([speakCouncilDesk(), speakFollow()])

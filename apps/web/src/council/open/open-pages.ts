/** The open record of councils, with its words. */
import { speakCouncilOpen } from '../../words/council-open-words.ts'

export { OpenCouncilPage } from './council-page.tsx'
export { CouncilsPage } from './councils-page.tsx'
export { OpenDecisionPage } from './decision-page.tsx'
export { OpenSessionPage } from './session-page.tsx'
export { OpenTaskPage } from './task-page.tsx'

await speakCouncilOpen()

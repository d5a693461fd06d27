/** The pages of what follows from decisions come with their words. */
import { speakFollow } from '../../words/council-follow-words.ts'

export { ActionsPage } from './actions-page.tsx'

await speakFollow()

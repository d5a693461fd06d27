/** The page of a consultative body's desk, with the words of closing days and its own. */
import { speakClosingDesk } from '../../words/closing-desk-words.ts'
import { speakClosing } from '../../words/closing-words.ts'

export { ClosingDeskPage } from './closing-desk-page.tsx'

await Promise.all([speakClosing(), speakClosingDesk()])

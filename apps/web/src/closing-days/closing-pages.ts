/** Both pages come together, with their words. */
import { speakClosing } from '../words/closing-words.ts'

await speakClosing()

export { ClosingDaysPage } from './closing-days-page.tsx'
export { MunicipalityPage } from './municipality-page.tsx'

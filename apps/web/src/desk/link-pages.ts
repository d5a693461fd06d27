/** The pages around links come as one, with their words: whoever opens one of them soon opens another, and the first script names fewer parts. */
import { speakAgreement } from '../words/agreement-words.ts'
import { speakFollow } from '../words/council-follow-words.ts'

export { BatchesPage } from './batches/batches-page.tsx'
export { DraftPage } from './batches/draft-page.tsx'
export { FiguresPage } from './figures/figures-page.tsx'
export { AgreementPage } from './links/agreement-page.tsx'
export { LinksPage } from './links/links-page.tsx'
export { NewLinkPage } from './links/new-link-page.tsx'
export { TermsPage } from './links/terms-page.tsx'

await Promise.all([speakAgreement(), speakFollow()])

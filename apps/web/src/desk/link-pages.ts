/** The pages around links come as one: whoever opens one of them soon opens another, and the first script names fewer parts. */
export { BatchesPage } from './batches/batches-page.tsx'
export { DraftPage } from './batches/draft-page.tsx'
export { FiguresPage } from './figures/figures-page.tsx'
export { AgreementPage } from './links/agreement-page.tsx'
export { LinksPage } from './links/links-page.tsx'

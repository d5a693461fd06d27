/** What needs a file system: not for the browser. */
export { catalogueDigest } from './digest.ts'
export { type LoadedCatalogue, type LoadOptions, loadCatalogue } from './load.ts'

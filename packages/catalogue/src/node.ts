/** What needs a file system: not for the browser. */
export { type LoadedCatalogue, type LoadOptions, loadCatalogue } from './load.ts'

/** What is loaded before the server itself, so that a start that cannot be is refused quickly. */
export { openRecords, type RecordsOpened, whyInUse } from './open-records.ts'
export { homeOf, type Refusing, readSettings, type Settings } from './settings.ts'

export { type App, createApp } from './app.ts'
export { type PapersPlace, papersPlace } from './desk/papers-place.ts'
export { type FirmWork, workHere } from './firm-work.ts'
export { type AtKeepersDesk, atKeepersDesk, type KeeperDesk } from './house/keeper.ts'
export { type House, type HouseOpened, openHouse } from './house/open-house.ts'
export { type KeysOpened, type KeyUsed, nextKey, openKeys, prepareKey, usePreparedKey } from './keys.ts'
export type { Needs } from './needs.ts'
export { openApiText } from './openapi.ts'
export { type Serving, serve } from './serve.ts'
export type { Letter } from './sign-in/letters.ts'
export type { Person } from './sign-in/person.ts'
export { readOrMakeSecret, type Secret } from './sign-in/secret.ts'
export {
  codeNow,
  createSignIn,
  type Provider,
  type SeedOf,
  type SignIn,
  type SignInNeeds,
} from './sign-in/sign-in.ts'
export type { SignInTables } from './sign-in/tables.ts'
export { workInThreads } from './work-in-threads.ts'

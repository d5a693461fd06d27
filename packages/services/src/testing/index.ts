export { oleOf } from '../papers/content/testing/ole.ts'
export { docx, hwp, hwpx, jpeg, pdf, png, xlsx } from '../papers/content/testing/papers.ts'
export { zipOf } from '../papers/content/testing/zip.ts'
export { tokenSha256 } from '../token-sha256.ts'
export { caseIn, consentedCase, firmThatCompleted, move } from './cases.ts'
export { koreanCatalogue } from './catalogue.ts'
export { addHalfOpenCouncil, type HalfOpenCouncil, opening } from './half-open-council.ts'
export { addHandedOn, withdraw } from './handed-on.ts'
export { sealer } from './sealer.ts'
export {
  type AgreedLink,
  acting,
  addAgreedLink,
  addFirm,
  addOfficer,
  addParticipation,
  addPerson,
  inTheHouse,
  on,
} from './world.ts'

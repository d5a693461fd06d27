export { pdf } from '../papers/content/testing/papers.ts'
export { caseIn, consentedCase, firmThatCompleted, move } from './cases.ts'
export { koreanCatalogue } from './catalogue.ts'
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

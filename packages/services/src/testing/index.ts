export { caseIn, consentedCase, firmThatCompleted, move } from './cases.ts'
export { koreanCatalogue } from './catalogue.ts'
export { acting, addAgreedLink, addFirm, addOfficer, addParticipation, addPerson, inTheHouse, on } from './world.ts'

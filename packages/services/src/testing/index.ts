export { koreanCatalogue } from './catalogue.ts'
export { acting, addAgreedLink, addFirm, addOfficer, addParticipation, addPerson, inTheHouse, on } from './world.ts'

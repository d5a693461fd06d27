export { pdf } from '../papers/content/testing/papers.ts'
export { koreanCatalogue } from './catalogue.ts'
export { addHandedOn, withdraw } from './handed-on.ts'
export { acting, addAgreedLink, addFirm, addOfficer, addParticipation, addPerson, inTheHouse, on } from './world.ts'

export {
  type ActingAs,
  type ActingPlace,
  actForFirm,
  actForPost,
  type Capacities,
  capacitiesOf,
  isId,
} from './acting/act-as.ts'
export type { Acting, FirmCapacity, Once, Person, PostCapacity } from './acting/acting.ts'
export { KeyUsedOtherwise, StillUnderWay } from './acting/once.ts'
export { type CatalogueCheck, checkCatalogue } from './check-catalogue.ts'
export { catalogueOf, type OpenCatalogue, type Opening, openCatalogue } from './open-catalogue.ts'
export { type PlanOutcome, type PlanRequest, planFirm } from './plan-firm.ts'

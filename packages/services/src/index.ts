export { type CatalogueCheck, checkCatalogue } from './check-catalogue.ts'
export { catalogueOf, type OpenCatalogue, type Opening, openCatalogue } from './open-catalogue.ts'
export { type PlanOutcome, type PlanRequest, planFirm } from './plan-firm.ts'

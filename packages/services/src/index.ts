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
export { type AcceptingAgreement, acceptedDecisions } from './decisions/accepted-decisions.ts'
export type { Decision } from './decisions/decision.ts'
export { type DecisionsOnFirm, decisionsOnFirm } from './decisions/decisions-on-firm.ts'
export {
  type DecisionReading,
  layDecisionsOver,
  type Proven,
  type ProvenCriterion,
} from './decisions/lay-over.ts'
export { type DecisionRevoked, revokeDecision } from './decisions/revoke-decision.ts'
export { type DecisionSigned, type DecisionToSign, signDecision } from './decisions/sign-decision.ts'
export { type JWK, newSigningKey, type Signer, signerOf } from './decisions/signer.ts'
export {
  type AgreementDrafted,
  type AgreementNeeds,
  changeDraft,
  type DraftChanged,
  draftAgreement,
  draftNextVersion,
  type NextVersionDrafted,
} from './agreements/draft-agreement.ts'
export { draftFromCatalogue, type StartOfDraft } from './agreements/draft-from-catalogue.ts'
export { linksInForce, withAgreedLinks } from './agreements/links-in-force.ts'
export { type AgreementMoveAsked, type AgreementMoved, moveAgreement } from './agreements/move-agreement.ts'
export {
  type Agreement,
  type AgreementInFull,
  type AgreementList,
  type AgreementRead,
  type AgreementsAsked,
  type Difference,
  listAgreements,
  readAgreement,
} from './agreements/read-agreement.ts'
export type { Terms } from './agreements/terms.ts'
export type { FieldFault } from './field-fault.ts'
export {
  type ExportAsked,
  type ExportedReferral,
  exportReferrals,
  type ReferralsExported,
  referralsTable,
} from './figures/export-referrals.ts'
export { type FiguresCounted, figuresTable, type LinkFigures, linkFigures, type Span } from './figures/link-figures.ts'
export { csvOf } from './tables/csv.ts'
export { parquetOf } from './tables/parquet.ts'
export type { Table } from './tables/table.ts'

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
export type { Oneself } from './acting/as-oneself.ts'
export { KeyUsedOtherwise, StillUnderWay } from './acting/once.ts'
export { type CatalogueCheck, checkCatalogue } from './check-catalogue.ts'
export { askConsent, type ConsentsAsked } from './consents/ask-consent.ts'
export { type ConsentGiven, type ConsentToGive, giveConsent } from './consents/give-consent.ts'
export { type ConsentWithdrawn, withdrawConsent } from './consents/withdraw-consent.ts'
export {
  type Asked,
  asksADay,
  askToActFor,
  type FirmAskedFor,
  type FirmNeeds,
  firmNumberOf,
} from './firms/ask-to-act-for.ts'
export { confirmFirm, type FirmConfirmed } from './firms/confirm-firm.ts'
export {
  type LetGo,
  letGo,
  letIn,
  listMembers,
  type Member,
  type Members,
  type OpenRequest,
  type RequestSettled,
  refuse,
} from './firms/members.ts'
export {
  catalogueOf,
  type OpenCatalogue,
  type Opening,
  openCatalogue,
} from './open-catalogue.ts'
export {
  type PlanOutcome,
  type PlanRequest,
  planFirm,
} from './plan-firm.ts'
export { type Appointed, appoint } from './posts/appoint.ts'
export { changePost, type PostChanged } from './posts/change-post.ts'
export { closePost, type PostClosed } from './posts/close-post.ts'
export { appointFirstAdministrator, type FirstAdministrator } from './posts/first-administrator.ts'
export { type HandedOver, handOver } from './posts/hand-over.ts'
export { listPosts, type PostListed, type PostsListed } from './posts/list-posts.ts'
export { openPost, type PostOpened, type PostToOpen } from './posts/open-post.ts'
export { type InvitationTakenBack, type Relieved, relieve, takeBackInvitation } from './posts/relieve.ts'
export { invitationsOf, type OpenInvitation, type TakenUp, takeUpInvitation } from './posts/take-up-invitation.ts'
export type { Moved } from './referrals/apply-move.ts'
export { type Swept, sweepByClock } from './referrals/clock-sweep.ts'
export { type BatchDecided, decideBatch } from './referrals/decide-batch.ts'
export { type Drafted, draftReferral, type ReferralToDraft } from './referrals/draft-referral.ts'
export { type BatchLine, listBatches } from './referrals/list-batches.ts'
export {
  listReferrals,
  type ReferralLine,
  type ReferralsAsked,
  type ReferralsListed,
} from './referrals/list-referrals.ts'
export { type MoveAsked, moveReferral, type OfficerMove } from './referrals/move-referral.ts'
export type { Proof } from './referrals/proof-of.ts'
export {
  type BatchFilter,
  type BatchProposed,
  type BatchToPropose,
  batchCandidates,
  type Candidate,
  type CandidatesFound,
  proposeBatch,
} from './referrals/propose-batch.ts'
export { type Rerouted, rerouteReferral } from './referrals/re-route-referral.ts'
export { type Case, type CaseRead, readReferral } from './referrals/read-referral.ts'

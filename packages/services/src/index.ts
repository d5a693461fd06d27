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
export { type AnswersImported, importAnswers, type RowFault } from './answers/import-answers.ts'
export { type CatalogueCheck, checkCatalogue } from './check-catalogue.ts'
export { askConsent, type ConsentsAsked } from './consents/ask-consent.ts'
export { type ConsentGiven, type ConsentToGive, giveConsent } from './consents/give-consent.ts'
export { type ConsentWithdrawn, withdrawConsent } from './consents/withdraw-consent.ts'
export {
  type Contact,
  type ContactRead,
  type ContactSet,
  type ContactToSet,
  readContact,
  setContact,
} from './contact/contact.ts'
export {
  type Delivery,
  type DeliveryNeeds,
  type DeliveryRound,
  deliverDue,
  type Sender,
  type Sending,
} from './deliveries/deliver-due.ts'
export { mailSender } from './deliveries/mail-sender.ts'
export type { Channel } from './deliveries/queue.ts'
export { webhookSender } from './deliveries/webhook-sender.ts'
export { type ExchangeNeeds, exchangeSender } from './exchange/exchange-sender.ts'
export { type InstallationKnown, knowInstallation } from './exchange/know-installation.ts'
export { type Received, receiveMessage } from './exchange/receive-message.ts'
export { listNotices, type Notice, type NoticesListed } from './notices/list-notices.ts'
export { readNotices } from './notices/read-notices.ts'
export { oneTimeWriter } from './one-time/one-time-link.ts'
export {
  answerByLink,
  type LinkAnswered,
  type LinkLookedAt,
  lookByLink,
  type OneTimeMove,
} from './one-time/use-link.ts'
export { catalogueOf, type OpenCatalogue, type Opening, openCatalogue } from './open-catalogue.ts'
export { type PlanOutcome, type PlanRequest, planFirm } from './plan-firm.ts'
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

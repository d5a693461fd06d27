export { sheetAnswers, sheetColumns } from '@ieum/wording'
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
export { destroyDueOutcomes, type OutcomesDestroyed } from './acting/destroy-due-outcomes.ts'
export { KeyUsedOtherwise, StillUnderWay } from './acting/once.ts'
export { readsBy } from './acting/reads-ended.ts'
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
export { withAgreedLinks } from './agreements/links-in-force.ts'
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
export { type AgreedLinks, type RunningCatalogue, runningCatalogue } from './agreements/running-catalogue.ts'
export type { Terms } from './agreements/terms.ts'
export { type AgreementWriting, agreementWritings, type OthersAct, whyNot } from './agreements/who-acts.ts'
export { faultCodes, type RowFault } from './answers/answer-rows.ts'
export { type AnswerSheet, answerSheet } from './answers/answer-sheet.ts'
export { type AnswerLine, type AnswersChecked, checkAnswers } from './answers/check-answers.ts'
export { type AnswersImported, importAnswers } from './answers/import-answers.ts'
export {
  type Approval,
  type ApprovalToGive,
  type Approved,
  approvalsSaid,
  approve,
  countApprovals,
  type Said,
} from './approvals/approvals.ts'
export { type Approver, approvalsNeeded } from './approvals/approver.ts'
export { destroyDueFeeds, type FeedsDestroyed } from './calendars/destroy-due-feeds.ts'
export {
  endFeed,
  type FeedAbout,
  type FeedEnded,
  type FeedLine,
  type FeedMade,
  type FeedToMake,
  listFeeds,
  makeFeed,
} from './calendars/feeds.ts'
export { type FeedAsked, type FeedDuty, type FeedRead, readFeed } from './calendars/read-feed.ts'
export { type CatalogueCheck, checkCatalogue } from './check-catalogue.ts'
export {
  agreeClosingDays,
  type ClosingAgreed,
  type ClosingToAgree,
  type ClosingWithdrawn,
  withdrawClosingDays,
} from './closing-days/agree-closing-days.ts'
export { type ClosingCalendarRead, closingCalendarOf } from './closing-days/calendar-of-closing.ts'
export { closingTable } from './closing-days/closing-table.ts'
export { type Municipality, municipalitiesOf } from './closing-days/municipalities.ts'
export {
  type ClosingProposed,
  type ClosingToPropose,
  type ExceptionAsked,
  proposeClosingDays,
} from './closing-days/propose-closing-days.ts'
export {
  type ClosingLine,
  type ClosingList,
  type ClosingNeeds,
  type ClosingRead,
  listClosingDays,
  readClosingDays,
} from './closing-days/read-closing-days.ts'
export {
  type ClosingAgreementLine,
  type ClosingsOutcome,
  type ClosingsRead,
  readClosings,
} from './closing-days/read-closings.ts'
export { type PositionStated, type PositionToState, statePosition } from './closing-days/state-position.ts'
export {
  beginsOn,
  type ClosingKind,
  type ClosingTerms,
  closingKinds,
  daysOfTerms,
  type SaidHere,
} from './closing-days/terms.ts'
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
export { type SecretsSealed, sealWebhookSecrets } from './contact/webhook-secrets.ts'
export type { ActionLine } from './council/actions-of.ts'
export { type AgendaFor, agendasFor, type Break } from './council/agendas-for.ts'
export {
  type AgendaOrdered,
  changeItem,
  type ItemChange,
  type ItemChanged,
  type ItemPut,
  type ItemTakenOff,
  type ItemToPut,
  type ItemTurnedTo,
  orderAgenda,
  putOnAgenda,
  takeOffAgenda,
  turnToItem,
} from './council/change-agenda.ts'
export { type CouncilChange, type CouncilChanged, changeCouncil } from './council/change-council.ts'
export { changeSession, type SessionChange, type SessionChanged } from './council/change-session.ts'
export { checkFinding, type FindingChecked } from './council/check-finding.ts'
export type { CouncilToDrawUp, SeatToDrawUp } from './council/council-to-draw-up.ts'
export {
  type Count,
  type CountedMonth,
  countByMonth,
  countIndicators,
  type Measure,
  measures,
} from './council/count-indicators.ts'
export { type CouncilDissolved, dissolveCouncil } from './council/dissolve-council.ts'
export {
  draftLinkForAction,
  type LinkForActionDrafted,
  type LinkStart,
  linkForAction,
} from './council/draft-link-for-action.ts'
export { type CouncilDrawnUp, drawUpCouncil } from './council/draw-up-council.ts'
export { seatsOfCouncil } from './council/drawn-up-faults.ts'
export { type CouncilFounded, foundCouncil } from './council/found-council.ts'
export { holdSeats, type SeatHolder, type SeatsHeld, type SeatsToHold } from './council/hold-seats.ts'
export { draftFromPaper, type PaperDrafted, readablePaperLimits } from './council/import/draft-from-paper.ts'
export { type PaperForCouncil, type PaperReadForCouncil, readPaperForCouncil } from './council/import/read-paper.ts'
export {
  type DraftTakenUp,
  type DraftToTakeUp,
  type ItemToTakeUp,
  takeUpDraft,
} from './council/import/take-up-draft.ts'
export { addMilestone, changeMilestone, type MilestoneAdded, type MilestoneChanged } from './council/keep-milestones.ts'
export { countActions, type FollowUp, type FollowUpCounts, listActions } from './council/list-actions.ts'
export {
  makeSessionPaper,
  makeTaskPaper,
  type PaperMade,
  type SessionPaper,
  sessionPapers,
} from './council/make-paper.ts'
export { type AttendanceMarked, type AttendanceTold, markAttendance } from './council/mark-attendance.ts'
export { type ActionMoveAsked, type ActionMoved, moveAction } from './council/move-action.ts'
export { moveSession, type SessionMoveAsked, type SessionMoved } from './council/move-session.ts'
export { nameOwners, type OwnersNamed } from './council/own-task.ts'
export type { Audience } from './council/papers/audience.ts'
export {
  bringCouncilPaper,
  type CouncilPaperBrought,
  councilPaperLimits,
} from './council/papers/bring-council-paper.ts'
export type { PaperPlace } from './council/papers/find-place.ts'
export type { PaperLine } from './council/papers/paper-line.ts'
export {
  type CouncilPaperRead,
  listSessionPapers,
  readCouncilPaper,
  type SessionPapers,
} from './council/papers/read-council-papers.ts'
export { type CouncilPaperRemoved, removeCouncilPaper } from './council/papers/remove-council-paper.ts'
export { type CouncilPapersSettled, settleCouncilPapers } from './council/papers/settle-council-papers.ts'
export { planSession, type SessionPlanned, type SessionToPlan } from './council/plan-session.ts'
export {
  draftTask,
  moveTask,
  type TaskDrafted,
  type TaskMoveAsked,
  type TaskMoved,
  type TaskToPropose,
} from './council/propose-task.ts'
export { type FindingPut, putFinding } from './council/put-finding.ts'
export {
  type CouncilLine,
  type CouncilRead,
  listCouncils,
  readCouncil,
} from './council/read-council.ts'
export { type RoomAsked, type RoomRead, readRoom } from './council/read-room.ts'
export { readScreen, type ScreenRead } from './council/read-screen.ts'
export { readSession, type SessionRead } from './council/read-session.ts'
export { readTask, type TaskRead } from './council/read-task.ts'
export { type ActionsTold, remindOfActions } from './council/remind-of-actions.ts'
export { type ActionToGive, type DecisionTaken, type DecisionToTake, takeDecision } from './council/take-decision.ts'
export {
  type ChosenIndicator,
  chooseIndicators,
  type IndicatorsChosen,
  type IndicatorsRead,
  readIndicators,
} from './council/task-indicators.ts'
export { type AcceptingAgreement, acceptedDecisions } from './decisions/accepted-decisions.ts'
export type { CheckedDecision } from './decisions/check-signature.ts'
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
export {
  enterParticipation,
  type ParticipationAdded,
  type ParticipationToAdd,
  recordParticipation,
} from './dossier/add-participation.ts'
export type { Dossier, DossierFact, DossierPaper, DossierParticipation, Stated } from './dossier/dossier.ts'
export { enterFacts, type FactsEntered, type FactsToEnter } from './dossier/enter-facts.ts'
export { firmOf } from './dossier/firm-of.ts'
export { type DossierRead, readDossier } from './dossier/read-dossier.ts'
export { type FactsRecorded, type FactsToRecord, recordFacts } from './dossier/record-facts.ts'
export { type TakenBack, takeBackFact, takeBackParticipation } from './dossier/take-back.ts'
export { type DossierTaken, type DossierTakenAway, takeDossierAway } from './dossier/take-dossier-away.ts'
export { type LooksAsked, type LooksRead, type LookTaken, whoLooked } from './dossier/who-looked.ts'
export { type FactStated, factLimits } from './dossier/wrong-facts.ts'
export {
  describeInstallation,
  fingerprintOf,
  type InstallationDescription,
  isFingerprint,
  publicKeyOf,
} from './exchange/description.ts'
export { type ExchangeNeeds, exchangeSender } from './exchange/exchange-sender.ts'
export { type FetchNeeds, paperFetcher } from './exchange/fetch-paper.ts'
export { handPaper, type PaperHanded } from './exchange/hand-paper.ts'
export {
  type InstallationRemoved,
  type InstallationsRead,
  type KnownInstallation,
  listInstallations,
  readInstallations,
  removeInstallation,
} from './exchange/installations.ts'
export { type InstallationKnown, knowInstallation } from './exchange/know-installation.ts'
export { type DescriptionRead, readDescription } from './exchange/read-description.ts'
export { type Received, receiveMessage } from './exchange/receive-message.ts'
export { settlePapers } from './exchange/settle-papers.ts'
export { tellLooks } from './exchange/tell-looks.ts'
export type { FieldFault } from './field-fault.ts'
export { countDesk, type DeskCounts } from './figures/count-desk.ts'
export type { LinkFigures } from './figures/counts-of-link.ts'
export { exportReferral, proofTable, type ReferralExported } from './figures/export-referral.ts'
export {
  type ExportAsked,
  type ExportedReferral,
  exportReferrals,
  type ReferralsExported,
  referralsTable,
} from './figures/export-referrals.ts'
export { type FiguresCounted, figuresTable, linkFigures, type Span } from './figures/link-figures.ts'
export { referralsSheet } from './figures/referrals-sheet.ts'
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
export { type InboxOf, listNotices, type Notice, type NoticesListed } from './notices/list-notices.ts'
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
export { openAddresses } from './open-record/addresses.ts'
export { momentOf } from './open-record/moment-of.ts'
export { type OparlList, type OparlObject, oparlLists, oparlPath } from './open-record/oparl/frame.ts'
export { oparlOf, oparlSystem } from './open-record/oparl/oparl.ts'
export { oparlPage } from './open-record/oparl-page.ts'
export { type OpenFeedAsked, openFeed } from './open-record/open-feed.ts'
export { fewestTold, type OpenCount, openIndicators } from './open-record/open-indicators.ts'
export type { OpenDecision, OpenItem, OpenRecord, OpenSession, OpenTask } from './open-record/open-record.ts'
export { type OpenTableName, openTable, openTableNames } from './open-record/open-tables.ts'
export { listOpenings, sayWhenOpen } from './open-record/openings.ts'
export { popoloOf } from './open-record/popolo.ts'
export { listOpenRecords, type OpenRecordNeeds, readOpenRecord } from './open-record/read-open-record.ts'
export { bringPaper, type PaperBrought, type PaperToBring } from './papers/bring-paper.ts'
export { type KindOfFile, kindsOfFile } from './papers/content/look-through.ts'
export { type Refusal, refusals } from './papers/content/refusal.ts'
export { destroyRemovedPapers } from './papers/destroy-papers.ts'
export { type PaperNeeds, paperLimits } from './papers/paper-needs.ts'
export { type PaperAsked, type PaperRead, readPaper } from './papers/read-paper.ts'
export { type PaperRemoved, removePaper } from './papers/remove-paper.ts'
export { scanWaitingPapers } from './papers/scan-papers.ts'
export { type PlanOutcome, type PlanRequest, planFirm } from './plan-firm.ts'
export { type Appointed, appoint } from './posts/appoint.ts'
export { changePost, type PostChanged } from './posts/change-post.ts'
export { closePost, type PostClosed } from './posts/close-post.ts'
export { declineInvitation, type InvitationDeclined } from './posts/decline-invitation.ts'
export { appointFirstAdministrator, type FirstAdministrator } from './posts/first-administrator.ts'
export { type HandedOver, handOver } from './posts/hand-over.ts'
export { listPosts, type PostListed, type PostsListed } from './posts/list-posts.ts'
export { openPost, type PostOpened, type PostToOpen } from './posts/open-post.ts'
export { type InvitationTakenBack, type Relieved, relieve, takeBackInvitation } from './posts/relieve.ts'
export { type SecondFactorTakenOff, takeOffSecondFactor } from './posts/take-off-second-factor.ts'
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
export { type NextWayQuestion, nextWayQuestion } from './referrals/next-ways.ts'
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
export { type ProofAgain, type ProofsAgain, type RuleSince, runProofsAgain } from './referrals/run-proofs-again.ts'
export { type FilledInSaid, sayFilledIn } from './referrals/say-filled-in.ts'
export { type RuleChange, ruleChanges } from './rule-changes/rule-changes.ts'
export { type FirmTouched, firmsTouched, openedForOne } from './rule-changes/touched-firms.ts'
export { type Sealer, sealerOf } from './sealing/sealer.ts'
export { csvOf } from './tables/csv.ts'
export { parquetOf } from './tables/parquet.ts'
export type { Table } from './tables/table.ts'
export type { Access, FirmLooked, PersonNamed } from './trails/accesses.ts'
export { type AccessesDestroyed, destroyDueAccesses } from './trails/destroy-due-accesses.ts'
export { exportTrail, shortestReason, type TrailExportAsked, type TrailExported } from './trails/export-trail.ts'
export type { MonthFigures, NeverSent, PersonFigures } from './trails/month-figures.ts'
export { type AccessesAsked, type AccessesRead, readAccesses, type TrailNeeds } from './trails/read-accesses.ts'
export { type ChangeMade, type ChangesAsked, type ChangesRead, readChanges } from './trails/read-changes.ts'
export {
  listMonths,
  type MonthLine,
  type MonthRead,
  type MonthReviewed,
  type MonthsListed,
  type Review,
  readMonth,
  reviewMonth,
} from './trails/review-month.ts'
export {
  type CheckpointFile,
  checkpointFile,
  type TrailTaken,
  type TrailToTake,
  takeTrail,
} from './trails/take-trail.ts'
export { type Checkpoint, checkpointOf, type Head, type Trail, trailLines, trails } from './trails/trail-lines.ts'
export {
  type CheckpointTaken,
  type OwnTrailVerified,
  takeCheckpoint,
  verifyOwnTrail,
} from './trails/verify-own-trail.ts'
export { type Verified, verifyTrail, type Why } from './trails/verify-trail.ts'

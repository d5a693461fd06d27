/**
 * The tables as queries see them. Days are ISO text (`date`), instants are `Date` (`timestamptz`), counts are numbers (`int8`).
 * A test holds this against the migrated schema.
 */
import type { ColumnType, Generated, JSONColumnType } from 'kysely'

/** Set by the database when left out. */
type Instant = ColumnType<Date, Date | string | undefined, Date | string>
type Later = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>
type Json<T extends object | null> = JSONColumnType<T, string, string>
type MaybeJson = ColumnType<unknown, string | null | undefined, string | null>

export type Role = 'desk-officer' | 'programme-owner' | 'approver' | 'agency-administrator' | 'secretary' | 'auditor'

export interface Tables {
  person: {
    id: string
    name: string
    email: string
    locale: Generated<string>
    two_factor_enabled: Maybe<boolean>
    closed_at: Later
  }
  post: {
    id: Generated<string>
    agency: string
    role: Role
    name_ko: string
    name_en: string
    programmes: Generated<string[]>
    created_at: Instant
    closed_at: Later
  }
  post_holder: {
    post_id: string
    person_id: string
    since: Instant
    until: Later
    appointed_by: Maybe<string>
  }
  invitation: {
    id: Generated<string>
    post_id: string
    email: string
    invited_by: Maybe<string>
    invited_at: Instant
    until: Date | string
    settled_at: Later
  }
  firm: {
    id: Generated<string>
    number: string
    name_ko: string
    name_en: Maybe<string>
    registered_at: Instant
  }
  firm_member: {
    firm_id: string
    person_id: string
    kind: 'member' | 'adviser'
    since: Instant
    until: Later
    let_in_by: Maybe<string>
  }
  firm_request: {
    id: Generated<string>
    person_id: string
    number: string
    name_ko: string
    kind: 'member' | 'adviser'
    token_sha256: string
    asked_at: Instant
    until: Date | string
    settled_at: Later
  }
  fact: {
    id: Generated<string>
    firm_id: string
    name: string
    value: ColumnType<unknown, string, string>
    source: 'entered' | 'registry' | 'decision'
    source_name: string
    source_agency: Maybe<string>
    as_of: string
    recorded_at: Instant
    recorded_by: Maybe<string>
    withdrawn_at: Later
  }
  participation: {
    id: Generated<string>
    firm_id: string
    programme: string
    edition: string
    outcome: 'applied' | 'selected' | 'completed' | 'failed'
    role: Generated<'lead' | 'member'>
    on_day: string
    amount: Maybe<number>
    details: ColumnType<Record<string, unknown>, string | undefined, string>
    source: 'entered' | 'registry' | 'decision'
    source_agency: Maybe<string>
    referral_id: Maybe<string>
    recorded_at: Instant
    recorded_by: Maybe<string>
    withdrawn_at: Later
  }
  paper: {
    id: Generated<string>
    firm_id: string
    kind: string
    name: string
    media_type: string
    bytes: number
    sha256: string
    state: Generated<'waiting' | 'clean' | 'refused'>
    uploaded_by: string
    uploaded_at: Instant
    checked_at: Later
    checked_by: Maybe<'structure' | 'clamav'>
    refused_because: Maybe<string>
    removed_at: Later
    destroyed_at: Later
    came_with: Maybe<string>
    tried_at: Later
  }
  passed_paper: {
    referral_id: string
    paper: string
    direction: 'in' | 'out'
    paper_id: string
    kind: string
    name: string
    media_type: string
    bytes: number
    sha256: string
    state: Generated<'awaited' | 'here' | 'refused' | 'taken-back' | 'destroyed'>
    because: Maybe<string>
    told: Generated<string>
    statement: Maybe<string>
    since: Instant
    tried_at: Later
  }
  look_elsewhere: {
    installation_id: string
    lane: string
    seq: number
    referral_id: string
    firm_id: string
    at: Date | string
    operation: string
    basis: string
    reason: Maybe<string>
    consents: Generated<string[]>
    post_ko: Maybe<string>
    post_en: Maybe<string>
    told_at: Instant
  }
  looks_told: {
    lane: string
    seq: number
  }
  signed_decision: {
    id: Generated<string>
    firm_id: string
    agency: string
    programme: string
    criterion: string
    verdict: 'met' | 'unmet'
    on_day: string
    until: Maybe<string>
    post_id: string
    person_id: string
    signature: string
    decided_at: Instant
    revoked_at: Later
    reason: Maybe<string>
  }
  link_agreement: {
    id: Generated<string>
    link: string
    version: number
    from_programme: string
    outcome: 'selected' | 'completed'
    to_programme: string
    kind: 'required' | 'preferred' | 'relaxes' | 'follow-on' | 'raises'
    from_agency: string
    to_agency: string
    proposed_by: string
    days_to_answer: number
    remind_before: Generated<number>
    expire_after: Generated<number>
    places: Maybe<number>
    waives: Generated<string[]>
    accepts: Generated<string[]>
    legal_basis: string
    purpose_ko: string
    purpose_en: string
    council_task: Maybe<string>
    valid_from: string
    valid_to: Maybe<string>
    state: Generated<'drafted' | 'proposed' | 'offered' | 'reviewed' | 'agreed' | 'refused' | 'withdrawn' | 'ended'>
    reason: Maybe<string>
    ended_on: Maybe<string>
    superseded_by: Maybe<string>
    changed: Generated<number>
    writers: Generated<string[]>
    created_at: Instant
    offered_at: Later
    agreed_at: Later
  }
  link_signature: {
    agreement_id: string
    step: 'propose' | 'offer' | 'review' | 'agree'
    agency: string
    post_id: string
    person_id: string
    at: Instant
  }
  referral_batch: {
    id: Generated<string>
    agency: string
    agreement_id: string
    name: string
    reason: string
    chosen_by: Json<object>
    firms: string[]
    state: Generated<'proposed' | 'approved' | 'refused'>
    proposed_post: string
    proposed_by: string
    proposed_at: Instant
    decided_by: Maybe<string>
    decided_at: Later
  }
  referral: {
    id: Generated<string>
    number: string
    agreement_id: string
    firm_id: string
    from_agency: string
    to_agency: string
    from_programme: string
    to_programme: string
    state: Generated<
      | 'drafted'
      | 'consented'
      | 'sent'
      | 'received'
      | 'under-review'
      | 'returned'
      | 'accepted'
      | 'declined'
      | 'enrolled'
      | 'completed'
      | 'failed'
      | 'recalled'
      | 'withdrawn'
      | 'expired'
      | 're-routed'
    >
    changed: Generated<number>
    sender_post: Maybe<string>
    receiver_post: Maybe<string>
    batch_id: Maybe<string>
    rerouted_from: Maybe<string>
    due: Maybe<string>
    days_left: Maybe<number>
    reason: Maybe<string>
    drafted_on: string
    sent_on: Maybe<string>
    answered_on: Maybe<string>
    answered_due: Maybe<string>
    closed_on: Maybe<string>
    created_at: Instant
    updated_at: Instant
    installation_id: Maybe<string>
  }
  referral_proof: {
    referral_id: string
    firm_id: string
    on_day: string
    proof: ColumnType<unknown, string, string>
  }
  referral_event: {
    referral_id: string
    seq: number
    move: string
    from_state: Maybe<string>
    to_state: string
    on_day: string
    at: Instant
    person_id: Maybe<string>
    post_id: Maybe<string>
    by_party: 'sender' | 'receiver' | 'firm' | 'clock'
    reason: Maybe<string>
    note: Maybe<string>
  }
  consent: {
    id: Generated<string>
    firm_id: string
    referral_id: string
    kind: 'hand-off' | 'papers' | 'outcome'
    recipient_agency: string
    purpose: string
    facts: Generated<string[]>
    participations: Generated<boolean>
    papers: Generated<string[]>
    until: string
    refusal: string
    text_id: string
    text_version: number
    text_language: 'ko' | 'en'
    text_body: string
    given_by: string
    given_at: Instant
    withdrawn_at: Later
    withdrawn_by: Maybe<string>
  }
  notice: {
    id: Generated<string>
    person_id: Maybe<string>
    post_id: Maybe<string>
    event: string
    kind: string
    referral_id: Maybe<string>
    firm_id: Maybe<string>
    agreement_id: Maybe<string>
    detail: ColumnType<Record<string, unknown>, string | undefined, string>
    created_at: Instant
    read_at: Later
    read_by: Maybe<string>
  }
  delivery: {
    id: Generated<string>
    channel: 'mail' | 'webhook' | 'exchange' | 'fetch'
    address: string
    event: string
    body: ColumnType<Record<string, unknown>, string, string>
    agency: Maybe<string>
    state: Generated<'waiting' | 'delivered' | 'given-up'>
    attempts: Generated<number>
    due_at: Instant
    leased_until: Later
    last_error: Maybe<string>
    created_at: Instant
    delivered_at: Later
    receipt: MaybeJson
  }
  agency_contact: {
    agency: string
    way: 'desk' | 'mail' | 'table' | 'installation'
    mail: Maybe<string>
    webhook_url: Maybe<string>
    webhook_secret: Maybe<string>
    webhook_sealed: Maybe<string>
    installation_id: Maybe<string>
    changed_at: Instant
  }
  one_time_link: {
    token_sha256: string
    referral_id: string
    agency: string
    mail: string
    created_at: Instant
    until: Date | string
    used_at: Later
  }
  installation: {
    id: string
    name: string
    base_url: string
    public_key: ColumnType<Record<string, unknown>, string, string>
    agencies: string[]
    added_at: Instant
    closed_at: Later
    former_keys: ColumnType<unknown, string | undefined, string>
  }
  exchange_message: {
    id: string
    installation_id: string
    direction: 'in' | 'out'
    referral_id: Maybe<string>
    body_sha256: string
    receipt: Maybe<string>
    at: Instant
  }
  kept_outcome: {
    person_id: string
    key: string
    request_sha256: string
    outcome: ColumnType<unknown, string, never>
    created_at: Instant
  }
  trail_review: {
    id: Generated<string>
    agency: string
    month: string
    person_id: string
    post_id: string
    reviewed_at: Instant
    remark: string
    figures: Json<object>
    seq: number
    hash: string
  }
  trail_destruction: {
    trail: string
    lane: string
    seq: number
    hash: string
    entries: number
    before_day: string
    destroyed_at: Instant
  }
  trail_head: {
    trail: string
    lane: string
    seq: number
    hash: string
  }
  audit_entry: {
    lane: string
    seq: Generated<number>
    at: Instant
    person_id: Maybe<string>
    post_id: Maybe<string>
    operation: string
    subject: string
    detail: ColumnType<Record<string, unknown>, string | undefined, never>
    entry: Generated<string>
    hash: Generated<string>
  }
  access_entry: {
    lane: string
    seq: Generated<number>
    at: Instant
    person_id: string
    post_id: Maybe<string>
    place: string
    firm_ids: string[]
    operation: string
    basis: string
    reason: Maybe<string>
    entry: Generated<string>
    hash: Generated<string>
  }
  council: {
    id: string
    kind: 'policy' | 'consultative' | 'zone'
    name_ko: string
    name_en: Maybe<string>
    secretariat: string
    quorum_seats: Generated<string>
    quorum_every_agency: Generated<boolean>
    rotation: Generated<'fixed' | 'in-turn'>
    municipality: Maybe<string>
    open_from: Maybe<string>
    founded_on: string
    dissolved_on: Maybe<string>
    changed: Generated<number>
  }
  council_seat: {
    id: Generated<string>
    council_id: string
    agency: Maybe<string>
    post_id: Maybe<string>
    title_ko: string
    title_en: Maybe<string>
    kind: Generated<'chair' | 'member' | 'observer'>
    side: Maybe<string>
    position: number
    since: string
    until: Maybe<string>
  }
  collaboration_task: {
    id: Generated<string>
    council_id: string
    code: string
    title_ko: string
    title_en: Maybe<string>
    needs_ko: Maybe<string>
    needs_en: Maybe<string>
    proposed_by: string[]
    state: Generated<
      'drafted' | 'proposed' | 'answered' | 'adopted' | 'under-way' | 'completed' | 'stopped' | 'withdrawn'
    >
    reason: Maybe<string>
    programmes: Generated<string[]>
    chains: Generated<string[]>
    pathways: Generated<string[]>
    from_catalogue: Maybe<string>
    open_from: Maybe<string>
    changed: Generated<number>
    created_at: Instant
  }
  task_post: {
    task_id: string
    agency: string
    post_id: Maybe<string>
    title_ko: string
    title_en: Maybe<string>
    inferred: Generated<boolean>
    position: number
  }
  task_answer: {
    id: Generated<string>
    task_id: string
    agency: string
    position: 'agree' | 'agree-with-changes' | 'study' | 'cannot'
    reason: Maybe<string>
    post_id: string
    person_id: string
    at: Instant
  }
  task_milestone: {
    id: Generated<string>
    task_id: string
    title_ko: string
    title_en: Maybe<string>
    due: string
    reached_on: Maybe<string>
    changed: Generated<number>
  }
  task_indicator: {
    id: Generated<string>
    task_id: string
    measure: string
    target: Maybe<string>
    target_by: Maybe<string>
    baseline: Maybe<string>
    baseline_source: Maybe<string>
    position: number
  }
  council_session: {
    id: Generated<string>
    council_id: string
    number: number
    held_on: string
    begins: string
    place_ko: Maybe<string>
    place_en: Maybe<string>
    host: Maybe<string>
    chair_seat: Maybe<string>
    state: Generated<'planned' | 'called' | 'sitting' | 'ended' | 'minuted' | 'cancelled'>
    current_item: Maybe<string>
    item_began: Later
    called_at: Later
    opened_at: Later
    ended_at: Later
    minuted_at: Later
    minuted_by: Maybe<string>
    open_from: Maybe<string>
    from_catalogue: Generated<boolean>
    changed: Generated<number>
    quorum_seats: Maybe<string>
    quorum_every_agency: Maybe<boolean>
  }
  agenda_item: {
    id: Generated<string>
    session_id: string
    position: number
    kind: 'opening' | 'task' | 'report' | 'finding' | 'other' | 'closing'
    title_ko: string
    title_en: Maybe<string>
    minutes: number
    task_id: Maybe<string>
    proposed_by: Generated<string[]>
    proposal: Maybe<string>
    finding: MaybeJson
    gist: Maybe<string>
    undecided: Generated<boolean>
    closed_ground: Maybe<string>
    open_from: Maybe<string>
    changed: Generated<number>
  }
  attendance: {
    session_id: string
    seat_id: string
    state: Generated<'invited' | 'coming' | 'not-coming' | 'present' | 'absent'>
    deputy: Maybe<string>
  }
  council_decision: {
    id: Generated<string>
    council_id: string
    session_id: string
    item_id: string
    task_id: Maybe<string>
    number: string
    decided_on: string
    text_ko: string
    text_en: Maybe<string>
    without_objection: boolean
    votes_for: Maybe<number>
    votes_against: Maybe<number>
    votes_abstained: Maybe<number>
    superseded_by: Maybe<string>
    agreement_id: Maybe<string>
    closed_ground: Maybe<string>
    open_from: Maybe<string>
    taken_by: string
    taken_at: Instant
  }
  closing_agreement: {
    id: Generated<string>
    council_id: string
    municipality: string
    version: number
    state: Generated<'proposed' | 'agreed' | 'withdrawn'>
    rule: Maybe<string>
    on_holiday: Generated<'closed' | 'open' | 'next-day'>
    exceptions: Json<readonly { readonly drop?: string; readonly add?: string; readonly why?: string }[]>
    stores_in: Maybe<string>
    stores_out: Maybe<string>
    gets: Maybe<string>
    from_day: string
    until_day: Maybe<string>
    decision_id: Maybe<string>
    source_title: Maybe<string>
    source_url: Maybe<string>
    source_dated: Maybe<string>
    agreed_on: Maybe<string>
    superseded_by: Maybe<string>
    agency: string
    proposed_by: string
    proposed_at: Instant
    open_from: Maybe<string>
    changed: Generated<number>
  }
  closing_position: {
    id: Generated<string>
    agreement_id: string
    seat_id: string
    side: 'large' | 'small' | 'public'
    position: 'agree' | 'agree-with-changes' | 'study' | 'cannot'
    reason: Maybe<string>
    session_id: Maybe<string>
    post_id: string
    person_id: string
    at: Instant
  }
  calendar_feed: {
    id: Generated<string>
    token_sha256: string
    person_id: string
    post_id: string
    about: 'mine' | 'agency' | 'task'
    task_id: Maybe<string>
    language: Generated<'ko' | 'en'>
    created_at: Instant
    ended_at: Later
  }
  council_action: {
    id: Generated<string>
    council_id: string
    decision_id: string
    task_id: Maybe<string>
    title_ko: string
    title_en: Maybe<string>
    owner_agency: string
    owner_post: string
    due: string
    proof_wanted: string
    asks: MaybeJson
    state: Generated<'open' | 'reported' | 'closed' | 'dropped'>
    report: Maybe<string>
    reported_on: Maybe<string>
    reported_by: Maybe<string>
    nodded_on: Maybe<string>
    nodded_by: Maybe<string>
    nodding_agency: Maybe<string>
    reason: Maybe<string>
    reminded_on: Maybe<string>
    open_from: Maybe<string>
    changed: Generated<number>
    proof: Maybe<string>
    agreement_id: Maybe<string>
  }
  council_paper: {
    id: Generated<string>
    council_id: string
    session_id: Maybe<string>
    item_id: Maybe<string>
    action_id: Maybe<string>
    name: string
    media_type: string
    bytes: number
    sha256: string
    agency: string
    uploaded_by: string
    uploaded_at: Instant
    state: Generated<'waiting' | 'clean' | 'refused'>
    checked_at: Later
    checked_by: Maybe<'structure' | 'clamav'>
    refused_because: Maybe<string>
    removed_at: Later
    destroyed_at: Later
    tried_at: Later
  }
}

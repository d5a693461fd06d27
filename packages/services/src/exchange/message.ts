/**
 * What one installation says to another: signed by the key that the other knows, under an id that stays the same however often it is sent.
 * `content` is text, so that both sides hash the very same bytes.
 */
import { createHash } from 'node:crypto'
import { operations } from '@ieum/desk'
import { z } from 'zod'
import { paperLimits } from '../papers/paper-needs.ts'

/** As text. A signed message is at most 1.5 MB, of which base64 takes a third: so many bytes of JSON in JSON leave room for the rest. */
const mostContent = { characters: 400_000, bytes: 1_000_000 } as const

export const fits = (content: string): boolean =>
  content.length <= mostContent.characters && Buffer.byteLength(JSON.stringify(content)) <= mostContent.bytes

const id = z.uuid()
const day = z.iso.date()
const short = z.string().min(1).max(300)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const name = z.string().regex(/^[\w.-]{1,120}$/)

export const Envelope = z.strictObject({
  is: z.literal('ieum exchange'),
  from: name,
  to: name,
  /** When it was signed: one that is older than ten minutes is not taken. */
  at: z.iso.datetime(),
  /** `papers` tells what became of papers that were passed, `looks` who looked at the firm. */
  kind: z.enum(['referral', 'move', 'papers', 'looks']),
  referral: id,
  /** Counts what this side said about the case, from 1. */
  n: z.int().min(1).max(10_000),
  /** Does not wait for what was said before it. */
  urgent: z.boolean(),
  content: z.string().max(mostContent.characters),
})
export type Envelope = z.infer<typeof Envelope>

const Fact = z.strictObject({
  name: z.string().min(1).max(100),
  value: z.json(),
  source: z.enum(['entered', 'registry', 'decision']),
  sourceName: short,
  asOf: day,
})

const Participation = z.strictObject({
  programme: name,
  edition: z.string().min(1).max(60),
  outcome: z.enum(['applied', 'selected', 'completed', 'failed']),
  role: z.enum(['lead', 'member']),
  on: day,
})

/** What a paper is, said before anybody has it: whoever brings it in holds the bytes against this. */
const PassedPaper = z.strictObject({
  id,
  kind: z.string().regex(/^[a-z][a-z\d-]{0,59}$/),
  name: z.string().min(1).max(200),
  mediaType: z.string().min(1).max(100),
  bytes: z.int().min(1).max(paperLimits.bytes),
  sha256,
})
export type PassedPaper = z.infer<typeof PassedPaper>

const Passed = z.strictObject({
  facts: z.array(Fact).max(500),
  participations: z.array(Participation).max(500),
  /** Left out where none is passed. */
  papers: z.array(PassedPaper).max(200).optional(),
  proof: z.json(),
})
export type Passed = z.infer<typeof Passed>

const Consent = z.strictObject({
  kind: z.enum(['hand-off', 'papers', 'outcome']),
  recipient: name,
  purpose: z.string().min(1).max(4_000),
  facts: z.array(z.string().max(100)).max(500),
  participations: z.boolean(),
  papers: z.array(id).max(200),
  until: day,
  refusal: z.string().min(1).max(4_000),
  text: z.strictObject({
    id: name,
    version: z.int().min(1).max(10_000),
    language: z.enum(['ko', 'en']),
    body: z.string().min(1).max(20_000),
  }),
  givenAt: z.iso.datetime(),
})

export const ReferralContent = z.strictObject({
  number: z.string().regex(/^[\dA-Z-]{4,40}$/),
  link: z.strictObject({ id: name, version: z.int().min(1).max(10_000) }),
  from: z.strictObject({ agency: name, programme: name }),
  to: z.strictObject({ agency: name, programme: name }),
  sentOn: day,
  due: day.nullable(),
  firm: z.strictObject({ number: z.string().regex(/^[\dA-Za-z-]{1,40}$/), name: short, nameEn: short.nullable() }),
  consents: z.array(Consent).min(1).max(3),
  passed: Passed,
})
export type ReferralContent = z.infer<typeof ReferralContent>

export const MoveContent = z.discriminatedUnion('move', [
  z.strictObject({
    move: z.enum([
      'receive',
      'review',
      'return',
      'resend',
      'accept',
      'decline',
      'enrol',
      'complete',
      'fail',
      'recall',
      'withdraw',
    ]),
    by: z.enum(['sender', 'receiver', 'firm']),
    from: z.string().max(30),
    on: day,
    reason: z.string().max(100).nullable(),
    note: z.string().max(4_000).nullable(),
    /** With `resend`: what was asked for. */
    passed: Passed.optional(),
  }),
  z.strictObject({ move: z.literal('end-consent'), by: z.literal('firm'), on: day, consent: Consent.shape.kind }),
  /** The firm removed them: consent for the others stands. */
  z.strictObject({
    move: z.literal('take-back-papers'),
    by: z.literal('firm'),
    on: day,
    papers: z.array(id).min(1).max(200),
  }),
])
export type MoveContent = z.infer<typeof MoveContent>

export const PapersContent = z.strictObject({
  papers: z
    .array(
      z.strictObject({
        id,
        sha256,
        /** `here`: looked through and clean. `destroyed`: the copy is gone, or it never came. */
        is: z.enum(['here', 'refused', 'destroyed']),
        because: z.string().max(100).nullable(),
        at: z.iso.datetime(),
      }),
    )
    .min(1)
    .max(200),
})
export type PapersContent = z.infer<typeof PapersContent>

const LookContent = z.strictObject({
  agency: name,
  /** Counts the looks of the agency there. */
  seq: z.int().min(1),
  at: z.iso.datetime(),
  operation: z.enum(operations as [(typeof operations)[number]]),
  reason: z.string().max(2_000).nullable(),
  /** `consent`, or what else it rested on. */
  basis: z.string().min(1).max(300),
  consents: z.array(Consent.shape.kind).max(3),
  post: z.strictObject({ ko: short, en: short }).nullable(),
})
export const mostLooks = 200
export const LooksContent = z.strictObject({ looks: z.array(LookContent).min(1).max(mostLooks) })
export type LooksContent = z.infer<typeof LooksContent>

/** What each kind says: held against it by who says it and by who is told. */
export const contents = {
  referral: ReferralContent,
  move: MoveContent,
  papers: PapersContent,
  looks: LooksContent,
} as const

/** Asks for the bytes of one paper of one case, once, within five minutes. */
export const PaperRequest = z.strictObject({
  is: z.literal('ieum paper request'),
  /** A new one for each try. */
  id,
  from: name,
  to: name,
  at: z.iso.datetime(),
  referral: id,
  paper: id,
  sha256,
})
export type PaperRequest = z.infer<typeof PaperRequest>

export const Receipt = z.strictObject({
  is: z.literal('ieum receipt'),
  from: name,
  to: name,
  at: z.iso.datetime(),
  message: z.string().max(100),
  sha256,
  result: z.enum(['taken', 'noted', 'overtaken', 'refused']),
  state: z.string().max(30).nullable(),
  why: z.string().max(300).nullable(),
})
export type Receipt = z.infer<typeof Receipt>

export const messageId = ({ referral, n }: Pick<Envelope, 'referral' | 'n'>): string => `${referral}/${n}`

/** Over all that must not differ when the same message comes again. */
export const bodySha256 = ({
  kind,
  referral,
  n,
  urgent,
  content,
}: Omit<Envelope, 'is' | 'from' | 'to' | 'at'>): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, referral, n, urgent, content]))
    .digest('hex')

/** Who speaks, as it is known here. */
export interface Peer {
  readonly id: string
  readonly name: string
  readonly agencies: readonly string[]
}

/** What came of a message. */
export type Taking = Pick<Receipt, 'result' | 'state' | 'why'>

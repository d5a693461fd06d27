/**
 * Every proof that was made here is made again from what it was made of, by the rules as they are now and the links that were agreed on then: the
 * same to the letter, or a rule was changed since, which is named. Another answer to the same rules is a mistake of the program.
 */
import type { Firm, Value } from '@ieum/catalogue/records'
import { type Database, inTransaction, type Tables } from '@ieum/storage'
import { sql, type Transaction } from 'kysely'
import { agreementsThen, everAgreed, type Then, withAgreements } from '../agreements/links-in-force.ts'
import type { AgreementRow } from '../agreements/terms.ts'
import { type Decision, decisionOf } from '../decisions/decision.ts'
import type { ProvenCriterion } from '../decisions/lay-over.ts'
import { asParticipations } from '../dossier/firm-of.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { received } from './facts-passed.ts'
import { type Proof, proofOf } from './proof-of.ts'

export interface ProofsNeeds {
  readonly database: Database
  /** As its files have it: what was agreed here is laid over it as it stood when each proof was made. */
  readonly catalogue: OpenCatalogue
}

/** `criteria/size`, `exclusions/tax`. Of no firm anything is told but the number of its case. */
export interface RuleSince {
  readonly rule: string
  readonly is: 'changed since' | 'gone since' | 'new since'
}

export interface ProofAgain {
  readonly number: string
  readonly on: string
  readonly programme: string
  readonly edition: string | null
  /**
   * `answered otherwise`: by rules that say what they said then. `not known`: it comes out otherwise, and what its rules said then was not kept yet.
   * `programme gone`: the catalogue has it no more, or not that edition.
   */
  readonly is: 'same' | 'rules changed' | 'answered otherwise' | 'programme gone' | 'not known'
  /** Which rules were changed, whether or not that changed anything here. */
  readonly rules: readonly RuleSince[]
  /** Those whose rule is the same, and whose answer is not. */
  readonly otherwise: readonly string[]
}

export interface ProofsAgain {
  readonly proofs: number
  readonly same: number
  /** All but those that are the same by the same rules. */
  readonly found: readonly ProofAgain[]
  /** The case after which to go on; null at the end. */
  readonly next: string | null
}

const page = 200

/** Some hundred of them, in the order of the numbers of their cases: an answer comes soon, however many there are. */
export async function runProofsAgain({ database, catalogue }: ProofsNeeds, after = ''): Promise<ProofsAgain> {
  const again = await inTransaction(database, {}, tx => onePage({ tx, catalogue }, after), {
    as: 'worker',
    readOnly: true,
  })
  return {
    proofs: again.length,
    same: again.filter(({ is }) => is === 'same').length,
    found: again.filter(({ is, rules }) => is !== 'same' || rules.length > 0),
    next: again.length < page ? null : again.at(-1)!.number,
  }
}

interface Reading {
  readonly tx: Transaction<Tables>
  readonly catalogue: OpenCatalogue
}

async function onePage({ tx, catalogue }: Reading, after: string): Promise<readonly ProofAgain[]> {
  const kept = await tx
    .selectFrom('referral_proof as p')
    .innerJoin('referral as r', 'r.id', 'p.referral_id')
    .innerJoin('link_agreement as l', 'l.id', 'r.agreement_id')
    .innerJoin('consent as c', 'c.referral_id', 'r.id')
    .select(['r.number', 'r.firm_id', 'p.proof', 'l.waives', 'l.link', 'c.participations'])
    .select(
      sql<Date>`(select max(e.at) from referral_event e where e.referral_id = r.id and e.move in ('send', 'resend'))`.as(
        'sent_at',
      ),
    )
    // What came from another installation was made there.
    .where('r.sender_post', 'is not', null)
    .where('c.kind', '=', 'hand-off')
    .where('r.number', '>', after)
    .distinctOn('r.number')
    .orderBy('r.number')
    .orderBy('c.given_at', 'desc')
    .limit(page)
    .execute()
  const byThen = cataloguesThen(catalogue, await everAgreed(tx))
  const again: ProofAgain[] = []
  for (const { number, firm_id, proof: json, waives, link, participations, sent_at } of kept) {
    const proof = json as Proof
    const took = participations ? await participationsThen(tx, firm_id, sent_at) : undefined
    const firm: Firm = {
      id: firm_id,
      facts: {
        ...Object.fromEntries(Object.entries(proof.facts).map(([name, { value }]) => [name, value])),
        ...(took !== undefined && { participations: took }),
      },
    }
    const decisions = await decisionsIn(tx, proof)
    const { on, programme, edition, rules = {} } = proof
    const then = byThen({ on, at: sent_at, counted: id => rules[`links/${id}`] !== undefined })
    const now =
      edition === undefined
        ? undefined
        : proofOf(then, { on, programme, edition, passed: { firm, facts: proof.facts }, waives, link, decisions })
    again.push({ number, on, programme, edition: edition ?? null, ...compared(proof, now) })
  }
  return again
}

/** The catalogue as it stood at a moment: most proofs were made under the same links, and share one. */
function cataloguesThen(catalogue: OpenCatalogue, agreed: readonly AgreementRow[]): (then: Then) => OpenCatalogue {
  const made = new Map<string, OpenCatalogue>()
  return then => {
    const rows = agreementsThen(agreed, then)
    const key = rows.map(({ id }) => id).join(' ')
    const known = made.get(key) ?? withAgreements(catalogue, rows)
    made.set(key, known)
    return known
  }
}

/** What stood of the firm when the case was sent. */
async function participationsThen(tx: Transaction<Tables>, firm: string, sentAt: Date): Promise<Value> {
  const rows = await tx
    .selectFrom('participation')
    .selectAll()
    .where('firm_id', '=', firm)
    .where('recorded_at', '<=', sentAt)
    .where(({ or, eb }) => or([eb('withdrawn_at', 'is', null), eb('withdrawn_at', '>', sentAt)]))
    .orderBy('on_day', 'desc')
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute()
  return asParticipations(received(rows))
}

/** Those that stand in the proof, taken back since or not. */
async function decisionsIn(tx: Transaction<Tables>, { criteria }: Proof): Promise<readonly Decision[]> {
  const ids = criteria.flatMap(({ because }) =>
    because.flatMap(reading => ('decision' in reading ? [reading.decision.id] : [])),
  )
  if (ids.length === 0) return []
  const rows = await tx.selectFrom('signed_decision').selectAll().where('id', 'in', ids).execute()
  return rows.map(decisionOf)
}

function compared(then: Proof, now: Proof | undefined): Pick<ProofAgain, 'is' | 'rules' | 'otherwise'> {
  if (!now) return { is: 'programme gone', rules: [], otherwise: [] }
  const [before, after] = [byRule(then.criteria), byRule(now.criteria)]
  const rules = then.rules ? rulesSince(then.rules, now.rules ?? {}) : []
  const changed = new Set(rules.map(({ rule }) => rule))
  const linksChanged = rules.some(({ rule }) => rule.startsWith('links/'))
  const isWaived = (rule: string) => [before, after].some(said => said.get(rule)?.includes('"waived":'))
  const isTouched = (rule: string) => changed.has(rule) || (linksChanged && isWaived(rule))
  const differing = [...new Set([...before.keys(), ...after.keys()])]
    .filter(rule => before.get(rule) !== after.get(rule))
    .sort()
  const otherwise = differing.filter(rule => !isTouched(rule))
  // The verdict and what is missing follow from the criteria, so that they can differ by themselves only where those are the same.
  const isSame = differing.length === 0 && said([then.verdict, then.missing]) === said([now.verdict, now.missing])
  if (isSame) return { is: 'same', rules, otherwise }
  if (!then.rules) return { is: 'not known', rules, otherwise }
  return { is: otherwise.length > 0 || rules.length === 0 ? 'answered otherwise' : 'rules changed', rules, otherwise }
}

function rulesSince(then: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): RuleSince[] {
  return [...new Set([...Object.keys(then), ...Object.keys(now)])].sort().flatMap((rule): RuleSince[] => {
    if (then[rule] === now[rule]) return []
    return [
      { rule, is: then[rule] === undefined ? 'new since' : now[rule] === undefined ? 'gone since' : 'changed since' },
    ]
  })
}

const byRule = (criteria: readonly ProvenCriterion[]): ReadonlyMap<string, string> =>
  new Map(criteria.map(one => [`${one.exclusion ? 'exclusions' : 'criteria'}/${one.id}`, said(one)]))

/** As text that is the same whatever order the fields come in: the database keeps its own. */
const said = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  ) ?? ''

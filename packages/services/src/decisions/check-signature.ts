/** Whether a decision is word for word what was signed: asked anew at each reading, of the key and not of a column. */
import { type Decision, signedPart } from './decision.ts'
import type { Signer } from './signer.ts'

export interface CheckedDecision extends Decision {
  /** By the key of this installation, over this firm's number and every word of the decision. */
  readonly signatureHolds: boolean
}

export async function checkSignature(
  signer: Pick<Signer, 'verify'>,
  decision: Decision,
  firmNumber: string,
): Promise<CheckedDecision> {
  const signed = await signer.verify(decision.signature)
  return { ...decision, signatureHolds: isSame(signed, signedPart(decision, firmNumber)) }
}

function isSame(signed: unknown, told: Readonly<Record<string, unknown>>): boolean {
  if (typeof signed !== 'object' || signed === null) return false
  const covered = signed as Record<string, unknown>
  const names = Object.keys(told)
  return Object.keys(covered).length === names.length && names.every(name => covered[name] === told[name])
}

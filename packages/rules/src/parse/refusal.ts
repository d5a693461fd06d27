import type { Wrong } from '../rulebook.ts'

/** How the reading of a sentence stops: thrown at the place of the fault, caught once in `readSentence`. */
export class Refusal extends Error {
  readonly offset: number
  readonly wrong: string
  readonly right: string | undefined

  constructor(offset: number, wrong: string, right?: string) {
    super(wrong)
    this.offset = offset
    this.wrong = wrong
    this.right = right
  }
}

/** The refusal with its line and column in the text. */
export function placed(text: string, refusal: Pick<Refusal, 'offset' | 'wrong' | 'right'>): Wrong {
  const before = text.slice(0, refusal.offset)
  const line = before.split('\n').length
  const column = refusal.offset - (before.lastIndexOf('\n') + 1) + 1
  const place = { offset: refusal.offset, line, column, wrong: short(refusal.wrong) }
  return refusal.right === undefined ? place : { ...place, right: short(refusal.right) }
}

/** A message may quote what it is about, but not 4,000 characters of it. */
function short(message: string): string {
  return message.length > 300 ? `${message.slice(0, 299)}…` : message
}

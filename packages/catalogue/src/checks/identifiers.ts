import type { Finding } from '../finding.ts'
import type { Identifiers, NumberScheme } from '../records.ts'

export function* wrongInIdentifiers(identifiers: Identifiers | undefined): Generator<Finding> {
  if (identifiers?.firm) yield* wrongInScheme(identifiers.firm, ['catalogue', 'identifiers', 'firm'])
}

function* wrongInScheme({ digits, written, check }: NumberScheme, pointer: string[]): Generator<Finding> {
  const drawn = written.split('0').length - 1
  const right = `a 0 for each of ${digits} digits`
  if (/[1-9]/.test(written)) yield { pointer: [...pointer, 'written'], wrong: `${written} holds another digit`, right }
  else if (drawn !== digits) yield { pointer: [...pointer, 'written'], wrong: `${written} has ${drawn} zeros`, right }
  if (check && check.weights.length !== digits - 1)
    yield {
      pointer: [...pointer, 'check', 'weights'],
      wrong: `${check.weights.length} weights`,
      right: `${digits - 1}, one for each digit but the last`,
    }
}

import { randomInt } from 'node:crypto'

/** Without letters that are misread aloud or on paper. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What people call a case: `7K3M-Q2XD`. Drawn, not counted, so that it tells nothing of other cases. */
export function caseNumber(): string {
  const drawn = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')
  return `${drawn.slice(0, 4)}-${drawn.slice(4)}`
}

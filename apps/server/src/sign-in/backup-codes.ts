/** Codes for a lost telephone: ten of ten letters, 48 bits each, in two groups as better-auth makes them. */
import { randomInt } from 'node:crypto'

/** Without 0 and O, 1, l and I, which look alike on paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

const group = (): string => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')

export const makeBackupCodes = (): string[] => Array.from({ length: 10 }, () => `${group()}-${group()}`)

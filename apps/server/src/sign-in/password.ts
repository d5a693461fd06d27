/** What a password may be. Length, and not the words that anyone would try first; no rules about signs (NIST SP 800-63B). */
import { isCommonPassword } from './common-password.ts'

export const shortestPassword = 10
export const longestPassword = 128

export type PasswordFault =
  | 'too short'
  | 'too long'
  | 'is the e-mail address'
  | 'is the name'
  | 'is one sign repeated'
  | 'holds the e-mail address'
  | 'holds the name'
  | 'is too common'

/** A shorter name may stand in a word by chance; of Hangul three syllables are a whole name. */
const holds = (plain: string, name: string): boolean =>
  [...name].length >= (/\p{Script=Hangul}/u.test(name) ? 3 : 4) && plain.includes(name)

export function faultOfPassword(
  password: string,
  whose: { readonly email: string; readonly name: string },
): PasswordFault | undefined {
  if ([...password].length < shortestPassword) return 'too short'
  if (password.length > longestPassword) return 'too long'
  const plain = plainly(password)
  if (plain === plainly(whose.email) || plain === plainly(whose.email.split('@')[0]!)) return 'is the e-mail address'
  if (plain === plainly(whose.name)) return 'is the name'
  if (new Set(password).size === 1) return 'is one sign repeated'
  if (holds(plain, plainly(whose.email.split('@')[0]!))) return 'holds the e-mail address'
  if (holds(plain, plainly(whose.name))) return 'holds the name'
  if (isCommonPassword(plain)) return 'is too common'
  return undefined
}

const plainly = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')

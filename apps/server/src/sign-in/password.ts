/** What a password may be. Length, and not the words that anyone would try first; no rules about signs (NIST SP 800-63B). */
export const shortestPassword = 10
export const longestPassword = 128

export type PasswordFault = 'too short' | 'too long' | 'is the e-mail address' | 'is the name' | 'is one sign repeated'

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
  return undefined
}

const plainly = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')

/** Who is signed in, and how. */
export interface Person {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly locale: 'ko' | 'en'
  /** This session passed a second factor, or the agency's own provider vouches for it. */
  readonly secondFactor: boolean
  /** Whether the person has one at all, passed or not. */
  readonly hasSecondFactor: boolean
  readonly signedInAt: Date
  readonly by: 'password' | `oidc:${string}`
}

import type { Post } from '../client/shapes.ts'

/** A post with what only its agency's administrator sees. */
export interface AgencyPost extends Omit<Post, 'holders'> {
  readonly closed: boolean
  readonly holders: readonly {
    readonly person: string
    readonly name: string
    readonly email?: string
    readonly since: string
  }[]
  readonly invitations: readonly { readonly id: string; readonly email: string; readonly until: string }[]
}

/** What a post of an agency may be there for. */
export const roles = [
  'desk-officer',
  'programme-owner',
  'approver',
  'agency-administrator',
  'secretary',
  'auditor',
] as const

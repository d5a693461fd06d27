import type { Me } from '../../desk/client/shapes.ts'

/** Who comes in through an agency has no password here, and nobody knows those of the demonstration's own people. */
export function withoutPassword({ person, demonstration }: Me): 'provider' | 'demonstration' | undefined {
  if (person.by !== 'password') return 'provider'
  return demonstration && person.email.endsWith('@demonstration.invalid') ? 'demonstration' : undefined
}

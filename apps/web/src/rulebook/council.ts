import type { Pathway } from '@ieum/catalogue/records'

/** The three chains that the two ministries named at their council. */
const named = ['root', 'super-gap', 'robot']

export const isOfCouncil = ({ id }: Pick<Pathway, 'id'>): boolean => named.includes(id)

/** The chains of the council first, in its order; the others as they are. */
export function councilFirst(pathways: readonly Pathway[]): readonly Pathway[] {
  const rank = ({ id }: Pathway): number => (named.includes(id) ? named.indexOf(id) : named.length)
  return pathways.toSorted((a, b) => rank(a) - rank(b))
}

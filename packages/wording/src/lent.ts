/** Kinds of support whose sum is, in whole or part, money that is lent or stood surety for. */
const kinds: readonly string[] = ['loan', 'guarantee', 'interest-subsidy']

export const isLent = (kind: string | undefined): boolean => kind !== undefined && kinds.includes(kind)

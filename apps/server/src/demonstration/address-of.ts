/** A top-level domain that never is one (RFC 2606): no letter to them leaves, and nobody can join with such an address. */
export const addressOf = (as: string): string => `${as}@demonstration.invalid`

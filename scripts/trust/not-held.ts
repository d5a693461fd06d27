/**
 * Threats that no test stands against yet, said plainly. A threat must have a test that carries its id or stand here, and never both
 * (scripts/trust.test.ts): a reason goes when the test comes.
 */
export const notHeld: Readonly<Record<string, string>> = {}

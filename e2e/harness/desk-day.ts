/** The day on which everything at the desk happens: a Monday. */
export const day = '2026-06-01'

/** Bounds that keep one sentence small enough to read in milliseconds and to evaluate without a deep stack. */
export const limits = {
  /** UTF-16 units of a sentence. The longest of the real 2026 catalogue has about 1,000. */
  length: 4_000,
  /** Brackets, `if`, `not`, operators and so on inside each other; a flat chain of `and` or `or` counts once. */
  nesting: 40,
  /** Words, signs and brackets. The longest of the real 2026 catalogue has about 300; the parser's time grows with them. */
  tokens: 800,
  /** Nodes of the form. */
  nodes: 700,
  /** Items of a list written out. */
  items: 300,
  /** Quantifiers and filters inside each other. */
  loops: 3,
  /** UTF-16 units of a pattern of `matches`. */
  pattern: 200,
  /** Longest text that a pattern is tried on; the answer for a longer one is unknown. */
  subject: 256,
  /** Steps that a pattern may need at worst on the longest text. */
  patternSteps: 20_000_000,
  /** List items that one sentence may visit, loops inside loops multiplied; what would need more is unknown. */
  visits: 100_000,
} as const

/** Why expressions of the kit are refused, in the order in which they are looked for. The refusal itself says it with line and column. */
const reasons: readonly (readonly [reason: string, refusal: RegExp])[] = [
  [
    'times of day and time zones, and days outside the years 1 to 9999: rules know days only',
    /there is no day|know days only|has a time of day/,
  ],
  ['a function that sentences do not have (listed below)', /^the function/],
  ['contexts `{…}`: a fact, or a field of a record, is named instead', /is no sign of FEEL|contexts/],
  [
    'a range or a test as a value of its own: it stands behind `in`',
    /without a value before it|two signs of comparison/,
  ],
  ['a function written in the expression: a derived fact is declared instead', /a function written/],
  ['arguments by name', /arguments by name/],
  ['`for`', /`for` is not/],
  ['`instance of`: types are checked when the catalogue is loaded', /`instance of`/],
  [
    'a day or a duration that is not written out, or that mixes months with days',
    /written out|no duration|mixes months|counts weeks/,
  ],
  ['more or fewer arguments than the function takes', /` takes /],
  [
    'values of types that do not belong together, or null where a value belongs: FEEL mostly answers null, and a rule that can only be null is a slip',
    /cannot join|cannot hold|must be|cannot be compared|compare|` is an? .* and `|` is true or false and `|single value|no single values|of no type/,
  ],
  ['a range with its brackets turned outwards, `]1..5[`', /opens with|is not closed/],
  ['a comment inside an expression', /a comment inside/],
  ['a number that a double does not hold to the last digit', /digits|larger than/],
  ['a pattern of `matches` that may run away, or that is not written out', /pattern|flag/],
  ['a name that is no fact, and names with blanks', /is no fact|no name/],
  ['not read as FEEL by the parser', /stops|not part of the rules|more than one sentence|no sentence/],
]

export function reasonFor(refusal: string): string {
  return reasons.find(([, sign]) => sign.test(refusal))?.[0] ?? 'something else'
}

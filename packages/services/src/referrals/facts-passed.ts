/** What is known of a firm as a file that rules can be asked about, cut down to what may be passed on. */
import type { Firm, Value } from '@ieum/catalogue/records'
import type { Desk } from '../acting/at-desk.ts'

export interface PassedFact {
  readonly value: Value
  readonly source: 'entered' | 'registry' | 'decision'
  readonly sourceName: string
  readonly asOf: string
}

export interface Passed {
  readonly firm: Firm
  readonly facts: Readonly<Record<string, PassedFact>>
}

export interface ToPass {
  /** All that who acts may see, when left out. */
  readonly facts?: readonly string[]
  readonly participations: boolean
}

/** The newest standing value of each fact, as of its day and then as recorded. */
export async function factsPassed(
  { tx }: Pick<Desk, 'tx'>,
  firm: string,
  { facts, participations }: ToPass,
): Promise<Passed> {
  let standing = tx
    .selectFrom('fact')
    .distinctOn('name')
    .select(['name', 'value', 'source', 'source_name', 'as_of'])
    .where('firm_id', '=', firm)
    .where('withdrawn_at', 'is', null)
    .orderBy('name')
    .orderBy('as_of', 'desc')
    .orderBy('recorded_at', 'desc')
  if (facts) standing = standing.where('name', 'in', facts.length > 0 ? [...facts] : [''])
  const known = await standing.execute()
  const took = participations
    ? await tx
        .selectFrom('participation')
        .select(['programme', 'edition', 'outcome', 'role', 'on_day'])
        .where('firm_id', '=', firm)
        .where('withdrawn_at', 'is', null)
        .where('outcome', 'in', ['selected', 'completed'])
        .orderBy('on_day')
        .execute()
    : []
  return {
    firm: {
      id: firm,
      facts: {
        ...Object.fromEntries(known.map(({ name, value }) => [name, value as Value])),
        ...(participations && {
          participations: took.map(({ on_day, ...participation }) => ({ ...participation, on: on_day })),
        }),
      },
    },
    facts: Object.fromEntries(
      known.map(({ name, value, source, source_name, as_of }) => [
        name,
        { value: value as Value, source, sourceName: source_name, asOf: as_of },
      ]),
    ),
  }
}

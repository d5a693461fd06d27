import type { Fact, Field } from './records.ts'

/** What every participation tells; a catalogue's own `participations` may add fields. */
const participation: Readonly<Record<string, Field>> = {
  programme: { type: 'text' },
  edition: { type: 'text' },
  outcome: { type: 'text' },
  role: { type: 'text' },
  on: { type: 'date' },
}

/** The facts that the core itself gives: the day asked about, and the firm's past participations. */
export const coreFacts: readonly Fact[] = [
  { name: 'on', type: 'date', about: 'application', changes: 'with-time', label: { ko: '기준일', en: 'day' } },
  {
    name: 'participations',
    type: 'records',
    fields: participation,
    about: 'firm',
    changes: 'by-firm',
    label: { ko: '지원사업 참여 이력', en: 'past participations' },
  },
]

/** The catalogue's facts with the core's own: `on` stays as it is, `participations` keeps the core's fields. */
export function withCoreFacts(facts: readonly Fact[]): readonly Fact[] {
  const declared = facts.find(fact => fact.name === 'participations')
  const participations: Fact = declared
    ? { ...declared, type: 'records', fields: { ...declared.fields, ...withoutLosingType(declared.fields) } }
    : coreFacts[1]!
  return [coreFacts[0]!, participations, ...facts.filter(fact => fact.name !== 'on' && fact.name !== 'participations')]
}

/** A catalogue may name the values or words of a core field, not change its type. */
function withoutLosingType(declared: Fact['fields'] = {}): Record<string, Field> {
  const fields: Record<string, Field> = {}
  for (const [name, core] of Object.entries(participation)) {
    const own = Object.hasOwn(declared, name) ? declared[name] : undefined
    const fits = own && (own.type === core.type || (own.type === 'enum' && core.type === 'text'))
    fields[name] = fits ? own : core
  }
  return fields
}

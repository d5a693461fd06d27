import type { Fact, Field } from './records.ts'

/** What every participation tells; a catalogue's own `participations` may add fields. */
const participation: Readonly<Record<string, Field>> = {
  programme: { type: 'text' },
  edition: { type: 'text' },
  outcome: { type: 'text' },
  role: { type: 'text' },
  on: { type: 'date' },
}

/** The day asked about. */
const day: Fact = {
  name: 'on',
  type: 'date',
  about: 'application',
  changes: 'with-time',
  label: { ko: '기준일', en: 'day' },
}

/** The day whose state the firm's facts are: the day asked about, or that on which a plan begins, unless the firm says another. */
const statedOn: Fact = {
  name: 'stated_on',
  type: 'date',
  about: 'firm',
  changes: 'never',
  derived: day.name,
  label: { ko: '정보 기준일', en: 'day of the facts stated' },
}

const pastParticipations: Fact = {
  name: 'participations',
  type: 'records',
  fields: participation,
  about: 'firm',
  changes: 'by-firm',
  label: { ko: '지원사업 참여 이력', en: 'past participations' },
}

const given: ReadonlySet<string> = new Set([day.name, statedOn.name, pastParticipations.name])

/** The catalogue's facts with the core's own: `on` and `stated_on` stay as they are, `participations` keeps the core's fields. */
export function withCoreFacts(facts: readonly Fact[]): readonly Fact[] {
  const declared = facts.find(fact => fact.name === 'participations')
  const participations: Fact = declared
    ? { ...declared, type: 'records', fields: { ...declared.fields, ...withoutLosingType(declared.fields) } }
    : pastParticipations
  return [day, statedOn, participations, ...facts.filter(({ name }) => !given.has(name))]
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

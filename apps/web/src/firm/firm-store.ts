/** The firm that the visitor describes. It lives in this browser only: in memory, and in its storage until erased. */
import type { Fact, FactName, Value, Words } from '@ieum/catalogue/records'

export interface FirmHere {
  readonly id: string
  readonly name?: Words
  readonly declares?: readonly 'standard'[]
  readonly facts: Readonly<Record<FactName, Value>>
  /** Questions answered "not known": not asked again, and still unknown. */
  readonly notKnown: readonly FactName[]
  /** Facts in the order in which they were answered, so that the last answer can be taken back first. */
  readonly answered: readonly FactName[]
}

export const noFirm: FirmHere = { id: 'my-firm', facts: {}, notKnown: [], answered: [] }

const key = 'ieum.firm'

export const answer = (firm: FirmHere, fact: FactName, value: Value): FirmHere => ({
  ...firm,
  facts: { ...firm.facts, [fact]: value },
  notKnown: firm.notKnown.filter(name => name !== fact),
  answered: [...firm.answered.filter(name => name !== fact), fact],
})

export const answerNotKnown = (firm: FirmHere, fact: FactName): FirmHere => ({
  ...takeBack(firm, fact),
  notKnown: [...firm.notKnown.filter(name => name !== fact), fact],
  answered: [...firm.answered.filter(name => name !== fact), fact],
})

export function takeBack(firm: FirmHere, fact: FactName): FirmHere {
  const { [fact]: _taken, ...facts } = firm.facts
  return {
    ...firm,
    facts,
    notKnown: firm.notKnown.filter(name => name !== fact),
    answered: firm.answered.filter(name => name !== fact),
  }
}

/** The name under which the one answer to all standing exclusions is remembered among the answers. */
export const declaration: FactName = 'standing-exclusions'

/** Facts that were asked for and answered "not known". */
export const notToAsk = ({ notKnown }: FirmHere, facts: readonly Fact[]): ReadonlySet<FactName> =>
  new Set([
    ...notKnown,
    ...(notKnown.includes(declaration) ? facts.filter(({ ask }) => ask === 'declaration').map(({ name }) => name) : []),
  ])

/** None of the standing exclusions applies, but for those named. */
export function declare(firm: FirmHere, exclusions: readonly FactName[], applying: readonly FactName[]): FirmHere {
  const open = takeDeclarationBack(firm, exclusions)
  return {
    ...open,
    declares: ['standard'],
    facts: { ...open.facts, ...Object.fromEntries(applying.map(name => [name, true])) },
    answered: [...open.answered, declaration],
  }
}

/** Whether the exclusions apply is not known: what was declared of them before is taken back. */
export const declareNotKnown = (firm: FirmHere, exclusions: readonly FactName[]): FirmHere =>
  answerNotKnown(takeDeclarationBack(firm, exclusions), declaration)

export function takeDeclarationBack(firm: FirmHere, exclusions: readonly FactName[]): FirmHere {
  const { declares: _taken, ...rest } = firm
  return [declaration, ...exclusions].reduce(takeBack, rest)
}

export const isBlank = (firm: FirmHere): boolean =>
  firm.answered.length === 0 && Object.keys(firm.facts).length === 0 && !firm.declares

// The store: one value, told to whoever listens, kept in the browser's storage when it lets us.

let current: FirmHere = readKept()
const listeners = new Set<() => void>()

export const firmNow = (): FirmHere => current

export function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function keepFirm(firm: FirmHere): void {
  current = firm
  try {
    if (isBlank(firm) && firm.notKnown.length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(firm))
  } catch {
    // Storage is closed or full: the firm then lasts as long as this page.
  }
  tell()
}

function tell(): void {
  for (const listener of listeners) listener()
}

export const eraseFirm = (): void => keepFirm(noFirm)

/** What another tab kept or erased holds here too: else the next answer here would bring back what was erased there. */
export function followOtherTabs(here: Pick<Window, 'addEventListener'>): void {
  here.addEventListener('storage', ({ key: changed }) => {
    // Without a key all of the storage was emptied.
    if (changed !== key && changed !== null) return
    current = readKept()
    tell()
  })
}

function readKept(): FirmHere {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return isFirmHere(kept) ? kept : noFirm
  } catch {
    return noFirm
  }
}

function isFirmHere(kept: unknown): kept is FirmHere {
  if (typeof kept !== 'object' || kept === null) return false
  const { id, facts, notKnown, answered } = kept as Partial<FirmHere>
  return (
    typeof id === 'string' &&
    typeof facts === 'object' &&
    facts !== null &&
    Array.isArray(notKnown) &&
    Array.isArray(answered)
  )
}

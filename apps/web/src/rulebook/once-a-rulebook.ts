import type { Rulebook } from '@ieum/rules'

/** What takes a while to make of a rulebook and stays the same as long as it does: made when first asked for, kept beside it. */
export function onceARulebook<Made>(make: (rulebook: Rulebook) => Made): (rulebook: Rulebook) => Made {
  const made = new WeakMap<Rulebook, { readonly it: Made }>()
  return rulebook => {
    const known = made.get(rulebook) ?? { it: make(rulebook) }
    made.set(rulebook, known)
    return known.it
  }
}

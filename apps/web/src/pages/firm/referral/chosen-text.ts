/** The text of a consent as it reads once some of what was asked for is left out: what is shown is what is kept. */
import type { FactName } from '@ieum/catalogue/records'
import type { ConsentAsked, ConsentText } from '../client/shapes.ts'

export interface Chosen {
  readonly facts: ReadonlySet<FactName>
  readonly participations: boolean
  readonly papers: ReadonlySet<string>
}

export function textAsChosen(asked: ConsentAsked, chosen: Chosen, nameOf: (fact: FactName) => string): ConsentText {
  const { text } = asked
  const items = itemsAsChosen(asked, chosen, nameOf)
  return { ...text, items, body: text.body.replace(text.items, () => items) }
}

function itemsAsChosen({ text, facts, papers }: ConsentAsked, chosen: Chosen, nameOf: (fact: FactName) => string) {
  if (text.kind === 'outcome') return text.items
  if (text.kind === 'papers')
    return papers
      .filter(({ id }) => chosen.papers.has(id))
      .map(({ name }) => name)
      .join(', ')
  // The name and number of the firm stand first, the support it received last.
  const first = text.items.slice(0, text.items.indexOf(', '))
  const last = text.items.slice(text.items.lastIndexOf(', ') + 2)
  return [
    first,
    ...facts.filter(name => chosen.facts.has(name)).map(nameOf),
    ...(chosen.participations ? [last] : []),
  ].join(', ')
}

export interface Line {
  readonly label?: string
  readonly text: string
}

/** `받는 곳: 한국산업단지공단` as label and text; what has no label stands as it is. */
export const linesOf = (body: string): readonly Line[] =>
  body
    .trim()
    .split('\n')
    .map(line => {
      const at = line.indexOf(': ')
      return at > 0 && at <= 60 ? { label: line.slice(0, at), text: line.slice(at + 2) } : { text: line }
    })

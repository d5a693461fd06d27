/** Where in a text the value or key at a path stands. Places are only needed for faults: where nobody kept the document, the text is parsed anew. */
import { type Document, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml'
import { compose, lineAndColumn, nameOf, offsetOf } from './safe-yaml.ts'
import { offsetWithin } from './scalar-offsets.ts'

/** A path in parsed data: `['editions', 0, 'criteria', 2, 'when']`. */
export type Pointer = readonly (string | number)[]

export interface Place {
  readonly line: number
  readonly column: number
}

/** A character inside a text: its offset, or its line and column, counted from 1. */
export type Within = { readonly offset: number } | Place

export interface Places {
  /** The value at the pointer, or a character of it if it is a text. A path that leads nowhere gives the nearest thing above it. */
  value(pointer: Pointer, within?: Within): Place
  /** The key by which the value at the pointer is named; the value itself in a list. */
  key(pointer: Pointer): Place
}

/** Places in a text that `readYaml` has read, and in the document it made of it if that was kept. */
export function placesIn(text: string, kept?: Document): Places {
  let document = kept
  const found = (pointer: Pointer) => {
    document ??= compose(text)
    return find((document?.contents ?? null) as Node | null, pointer)
  }
  const at = (offset: number) => lineAndColumn(text, offset)
  return {
    value: (pointer, within) => {
      const { key, value, whole } = found(pointer)
      if (within && whole && isScalar(value))
        return at(offsetWithin(text, value, offsetOfCharacter(String(value.value), within)))
      // Of what is missing in a record or list, its name says more than its beginning.
      return at(offsetOf(whole || isScalar(value) ? (value ?? key) : (key ?? value)))
    },
    key: pointer => {
      const { key, value } = found(pointer)
      return at(offsetOf(key ?? value))
    },
  }
}

function offsetOfCharacter(text: string, within: Within): number {
  if ('offset' in within) return within.offset
  const above = text.split('\n').slice(0, within.line - 1)
  return above.reduce((sum, line) => sum + line.length + 1, within.column - 1)
}

interface Found {
  readonly key: Node | null
  readonly value: Node | null
  /** Whether the whole path was there. */
  readonly whole: boolean
}

function find(root: Node | null, pointer: Pointer): Found {
  let found: Found = { key: null, value: root, whole: true }
  for (const step of pointer) {
    const next = child(found.value, step)
    if (!next) return { ...found, whole: false }
    found = next
  }
  return found
}

function child(node: Node | null, step: string | number): Found | undefined {
  if (isSeq<Node | null>(node)) {
    const index = Number(step)
    return index < node.items.length ? { key: null, value: node.items[index] ?? null, whole: true } : undefined
  }
  if (!isMap<Node, Node | null>(node)) return undefined
  const pair = node.items.find(
    (pair: Pair<Node, Node | null>) => isScalar(pair.key) && nameOf(pair.key) === String(step),
  )
  return pair && { key: pair.key, value: pair.value, whole: true }
}

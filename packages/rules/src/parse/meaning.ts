import { nearest } from '@ieum/catalogue/nearest'
import type { Form, Type } from '../form.ts'
import { nameOfType } from '../types.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { Refusal } from './refusal.ts'
import type { Tree } from './tree.ts'

/** What a part of a sentence means, and where it stands. */
export interface Meaning {
  readonly form: Form
  readonly type: Type
  readonly tree: Tree
}

/** A quantifier's variable, or the unnamed item of a filter. */
export interface Level {
  readonly variable?: string
  readonly type: Type
}

export interface Around {
  readonly text: string
  readonly vocabulary: Vocabulary
  /** Quantifiers and filters around this part, the nearest last. */
  readonly levels: readonly Level[]
  /** Fields written bare in a filter that hide a fact of the same name. */
  readonly hiding: { readonly name: string; readonly at: number; readonly level: Level }[]
  /** Reads a part. Handed down so that the files of this folder need no import cycle. */
  readonly read: (tree: Tree, around: Around) => Meaning
}

export function written(tree: Tree, around: Around): string {
  const text = around.text.slice(tree.from, tree.to)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

export function part(tree: Tree, is: string): Tree | undefined {
  return tree.parts.find(each => each.is === is)
}

/** Whether values of the two types can be equal at all. */
export function areAlike(a: Type, b: Type): boolean {
  if (a.is === 'null' || b.is === 'null') return true
  if (a.is === 'list' && b.is === 'list') return areAlike(a.of, b.of)
  return a.is === b.is
}

export function expectType(meaning: Meaning, is: Type['is'], around: Around, role: string, right?: string): void {
  if (meaning.type.is === is) return
  const wanted = is === 'list' ? 'a list' : nameOfType({ is } as Type)
  throw new Refusal(
    meaning.tree.from,
    `${role} must be ${wanted}; \`${written(meaning.tree, around)}\` is ${nameOfType(meaning.type)}`,
    right,
  )
}

/** A constant that is none of the values that the other side can have is a slip of the pen: `size = "smal"`. */
export function expectKnownValues(side: Meaning, other: Type, otherName: string): void {
  const allowed = other.is === 'list' ? valuesOf(other.of) : valuesOf(other)
  if (!allowed) return
  for (const value of constantsIn(side.form)) {
    if (allowed.includes(value)) continue
    const meant = nearest(value, allowed)
    throw new Refusal(
      side.tree.from,
      `"${value}" is no value of \`${otherName}\``,
      meant === undefined ? `one of ${listed(allowed)}` : `did you mean "${meant}"?`,
    )
  }
  const own = side.type.is === 'list' ? valuesOf(side.type.of) : valuesOf(side.type)
  if (own && !own.some(value => allowed.includes(value)))
    throw new Refusal(
      side.tree.from,
      `no value of this is a value of \`${otherName}\`, so the two are never equal`,
      `\`${otherName}\` is one of ${listed(allowed)}`,
    )
}

function valuesOf(type: Type): readonly string[] | undefined {
  return type.is === 'text' ? type.values : undefined
}

function listed(values: readonly string[]): string {
  const shown = values.slice(0, 12).map(value => `"${value}"`)
  return values.length > shown.length ? `${shown.join(', ')}, …` : shown.join(', ')
}

/** The texts that a form can only be: of a constant, a list of constants, the branches of an `if`. */
function constantsIn(form: Form): readonly string[] {
  if (form.is === 'constant') return form.type === 'text' ? [form.value] : []
  if (form.is === 'list') return form.items.flatMap(constantsIn)
  if (form.is === 'if') return [...constantsIn(form.yes), ...constantsIn(form.no)]
  return []
}

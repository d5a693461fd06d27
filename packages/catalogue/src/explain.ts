/** What zod finds, said as: what is wrong, and what would be right. */
import type { z } from 'zod'
import { type Finding, mostFindings, short, shown } from './finding.ts'
import { didYouMean } from './nearest.ts'
import type { Pointer } from './places.ts'

type Issue = z.core.$ZodIssue
type Schema = z.core.$ZodType

/** The first findings in data that does not fit its schema. */
export const explain = (issues: readonly Issue[], schema: Schema, data: unknown): Finding[] =>
  issues.slice(0, mostFindings).flatMap(issue => explainIssue(issue, [], schema, data))

function explainIssue(issue: Issue, above: Pointer, schema: Schema, data: unknown): Finding[] {
  const pointer = [...above, ...(issue.path as Pointer)]
  const value = valueAt(data, pointer)
  const subject = [...pointer].reverse().find(step => typeof step === 'string')
  const of = subject === undefined ? '' : `${subject}: `
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = knownKeys(schema, pointer)
      const missing = known.filter(key => !Object.hasOwn(Object(value), key))
      return issue.keys.slice(0, mostFindings).map(key => {
        const right = didYouMean(key, missing)
        return { pointer: [...pointer, key], at: 'key', wrong: `unknown key ${short(key)}`, right }
      })
    }
    case 'invalid_union': {
      const nearestBranch = bestBranch(issue.errors)
      if (!nearestBranch || value === undefined) return [missingOrWrong(pointer, of, value, expectations(issue.errors))]
      const isAboutItself = nearestBranch.every(inner => inner.code === 'invalid_type' && inner.path.length === 0)
      if (isAboutItself) return [missingOrWrong(pointer, of, value, expectations(issue.errors))]
      return nearestBranch.flatMap(inner => explainIssue(inner, pointer, schema, data))
    }
    case 'invalid_key':
      return issue.issues.flatMap(inner => {
        const [found] = explainIssue(inner, pointer, schema, data)
        const key = pointer.at(-1)
        return {
          pointer,
          at: 'key' as const,
          wrong: `the key ${key} is ${found?.wrong.split(' is ').at(-1)}`,
          right: found?.right,
        }
      })
    case 'invalid_type':
      return [missingOrWrong(pointer, of, value, inWords(issue.expected))]
    case 'invalid_value': {
      const allowed = issue.values.map(String)
      if (value === undefined) return [missingOrWrong(pointer, of, value, `one of ${allowed.join(', ')}`)]
      const right = typeof value === 'string' ? didYouMean(value, allowed) : `one of ${allowed.join(', ')}`
      return [{ pointer, wrong: `${of}${shown(value)} is not one of its values`, right }]
    }
    case 'too_small':
      if (issue.origin !== 'number' && issue.origin !== 'int')
        return [{ pointer, wrong: `${of}is empty`, right: 'at least one' }]
      return [{ pointer, wrong: `${of}${shown(value)} is too small`, right: `at least ${issue.minimum}` }]
    case 'too_big':
      return [{ pointer, wrong: `${of}${shown(value)} is too large`, right: `at most ${issue.maximum}` }]
    case 'custom':
      return [
        {
          pointer,
          wrong: `${of}${shown(value)} is ${issue.message}`,
          right: issue.params?.right as string | undefined,
        },
      ]
    default:
      return [{ pointer, wrong: `${of}${shown(value)}: ${issue.message}` }]
  }
}

function missingOrWrong(pointer: Pointer, of: string, value: unknown, right: string): Finding {
  if (value === undefined) return { pointer, wrong: `${pointer.at(-1)} is missing`, right }
  const quoted = right === 'a text' && typeof value === 'number' ? `"${value}" in quotes` : right
  return { pointer, wrong: `${of}${shown(value)} is not ${right}`, right: quoted }
}

const expected: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a record',
  record: 'a record',
  null: 'null',
}

const inWords = (type: string) => expected[type] ?? type

function expectations(branches: readonly (readonly Issue[])[]): string {
  const types = branches.flat().flatMap(issue => (issue.code === 'invalid_type' ? [inWords(issue.expected)] : []))
  return [...new Set(types)].join(' or ') || 'another value'
}

/** The branch of a union that was most likely meant: the one whose trouble lies deepest, then the one with least of it. */
function bestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const depth = (issues: readonly Issue[]) =>
    Math.max(...issues.map(issue => issue.path.length + (issue.code === 'invalid_type' ? 0 : 1)))
  return [...branches].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0]
}

function valueAt(data: unknown, pointer: Pointer): unknown {
  let value = data
  for (const step of pointer) value = Object.hasOwn(Object(value), step) ? Object(value)[step] : undefined
  return value
}

/** Keys that a record at a path of the schema may have. */
function knownKeys(schema: Schema, pointer: Pointer): string[] {
  let schemas = unwrapped(schema)
  for (const step of pointer) schemas = schemas.flatMap(inside => stepInto(inside, step)).flatMap(unwrapped)
  return schemas.flatMap(({ _zod: { def } }) =>
    def.type === 'object' ? Object.keys((def as z.core.$ZodObjectDef).shape) : [],
  )
}

function stepInto({ _zod: { def } }: Schema, step: string | number): Schema[] {
  if (def.type === 'array') return [(def as z.core.$ZodArrayDef).element]
  if (def.type === 'record') return [(def as z.core.$ZodRecordDef).valueType as Schema]
  const inner = def.type === 'object' ? (def as z.core.$ZodObjectDef).shape[step] : undefined
  return inner ? [inner] : []
}

/** The schema without what makes it optional or gives it a default; the branches of a union. */
function unwrapped(schema: Schema): Schema[] {
  const { def } = schema._zod
  if (def.type === 'union') return (def as z.core.$ZodUnionDef).options.flatMap(option => unwrapped(option as Schema))
  if (def.type === 'pipe') return unwrapped((def as z.core.$ZodPipeDef).in as Schema)
  return 'innerType' in def ? unwrapped(def.innerType as Schema) : [schema]
}

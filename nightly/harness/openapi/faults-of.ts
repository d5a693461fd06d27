/**
 * Where a value is not what a schema says (JSON Schema 2020-12, as far as our own document goes; a word it does not know is an error, so that
 * nothing is passed over). Written apart from zod, which made the document and checks what comes in.
 */
import type { Description, Schema } from './operations.ts'

const known = new Set([
  ...['$ref', 'type', 'format', 'enum', 'const', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'items'],
  ...['exclusiveMinimum', 'minItems', 'maxItems', 'properties', 'required', 'additionalProperties', 'propertyNames'],
  ...['allOf', 'anyOf', 'oneOf', 'description', 'example', 'default', 'title', 'deprecated'],
])

export function faultsOf(schema: Schema, value: unknown, description: Description, at = ''): readonly string[] {
  if (schema === true) return []
  if (schema === false) return [`${at}: nothing may stand here`]
  for (const word of Object.keys(schema)) if (!known.has(word)) throw new Error(`${word} in a schema: not known here`)
  const within = (inner: Schema, of: unknown, name: string | number) =>
    faultsOf(inner, of, description, `${at}/${name}`)
  const faults: string[] = []
  const say = (wrong: string) => faults.push(`${at || '/'}: ${wrong}`)

  if (schema.$ref) {
    const named = description.schemas[schema.$ref.replace('#/components/schemas/', '')]
    faults.push(...faultsOf(named!, value, description, at))
  }
  if (schema.type !== undefined && ![schema.type].flat().some(type => isOfType(value, type))) {
    say(`is ${kindOf(value)}, not ${schema.type}`)
    return faults
  }
  if (schema.enum && !schema.enum.includes(value)) say(`${JSON.stringify(value)} is none of ${schema.enum}`)
  if ('const' in schema && schema.const !== value) say(`is not ${JSON.stringify(schema.const)}`)
  if (typeof value === 'string') {
    const length = value.length
    if (length < (schema.minLength ?? 0) || length > (schema.maxLength ?? Number.POSITIVE_INFINITY))
      say(`is ${length} long`)
    if (schema.pattern && !new RegExp(schema.pattern, 'u').test(value)) say(`is not like ${schema.pattern}`)
    if (schema.format && formats[schema.format]?.(value) === false)
      say(`${JSON.stringify(value.slice(0, 60))} is no ${schema.format}`)
  }
  if (typeof value === 'number')
    if (
      value < (schema.minimum ?? value) ||
      value > (schema.maximum ?? value) ||
      value <= (schema.exclusiveMinimum ?? Number.NEGATIVE_INFINITY)
    )
      say(`${value} is out of bounds`)
  if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Number.POSITIVE_INFINITY))
      say(`has ${value.length} items`)
    if (schema.items !== undefined)
      for (const [index, item] of value.entries()) faults.push(...within(schema.items, item, index))
  } else if (typeof value === 'object' && value !== null) {
    for (const name of schema.required ?? []) if (!Object.hasOwn(value, name)) say(`has no ${name}`)
    for (const [name, inner] of Object.entries(value)) {
      const own = schema.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined
      if (own !== undefined) faults.push(...within(own, inner, name))
      else if (schema.additionalProperties !== undefined) {
        faults.push(...within(schema.additionalProperties, inner, name))
        if (schema.propertyNames) faults.push(...within(schema.propertyNames, name, name))
      }
    }
  }
  for (const one of schema.allOf ?? []) faults.push(...faultsOf(one, value, description, at))
  const holds = (one: Schema) => faultsOf(one, value, description, at).length === 0
  const told = () =>
    (schema.anyOf ?? schema.oneOf ?? []).map(one => faultsOf(one, value, description, at)[0]).join('; ')
  if (schema.anyOf && !schema.anyOf.some(holds)) say(`is none of those it may be: ${told()}`)
  if (schema.oneOf && schema.oneOf.filter(holds).length !== 1) say(`is not one of those it may be: ${told()}`)
  return faults
}

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

const isOfType = (value: unknown, type: string): boolean => {
  const kind = kindOf(value)
  return type === 'integer' ? Number.isInteger(value) : kind === type
}

const formats: Readonly<Record<string, (text: string) => boolean>> = {
  uuid: text => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
  date: text => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text,
  'date-time': text => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text),
  email: text => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text),
  uri: text => URL.canParse(text),
}

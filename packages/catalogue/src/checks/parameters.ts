import { wrongInPlain } from '../fact-values.ts'
import type { Finding } from '../finding.ts'
import type { Parameter, ParameterEdition } from '../records.ts'
import { wrongInType } from './facts.ts'
import type { Names } from './names.ts'

export function* wrongInParameters(parameters: readonly Parameter[], { facts }: Names): Generator<Finding> {
  for (const parameter of parameters) {
    const { id, type, columns, editions } = parameter
    const pointer = ['parameters', id]
    if (facts.has(id) || id === 'on')
      yield { pointer: [...pointer, 'id'], wrong: `${id} is the name of a fact too`, right: 'another name' }
    if (type === 'table' && !columns) yield { pointer, wrong: 'a table without columns', right: 'columns: {…}' }
    if (columns && type !== 'table')
      yield {
        pointer: [...pointer, 'columns'],
        at: 'key',
        wrong: `columns do not go with type ${type}`,
        right: 'type: table',
      }
    for (const [name, column] of Object.entries(columns ?? {}))
      yield* wrongInType(column, [...pointer, 'columns', name])
    for (const [index, edition] of editions.entries()) {
      const at = [...pointer, 'editions', index]
      yield* wrongInDates(edition, editions[index - 1], at)
      if (type === 'table') yield* wrongInRows(parameter, edition, at)
      else yield* wrongInParameterValue(parameter, edition, at)
    }
  }
}

type At = (string | number)[]

function* wrongInDates(
  { from, until }: ParameterEdition,
  before: ParameterEdition | undefined,
  at: At,
): Generator<Finding> {
  if (from !== undefined && until !== undefined && from > until)
    yield { pointer: [...at, 'until'], wrong: `in force from ${from} until ${until}`, right: 'from ≤ until' }
  if (before && (from === undefined || (before.from ?? '') >= from))
    yield {
      pointer: [...at, 'from'],
      wrong: 'not later than the edition before it',
      right: 'oldest first, each with its day',
    }
}

function* wrongInRows({ columns = {} }: Parameter, { rows, value }: ParameterEdition, at: At): Generator<Finding> {
  if (value !== undefined)
    yield { pointer: [...at, 'value'], at: 'key', wrong: 'a table has rows, not a value', right: 'rows' }
  if (!rows) yield { pointer: at, wrong: 'a table without rows', right: 'rows: [[…], …]' }
  const fields = Object.entries(columns)
  for (const [index, row] of (rows ?? []).entries()) {
    if (row.length !== fields.length)
      yield {
        pointer: [...at, 'rows', index],
        wrong: `${row.length} cells`,
        right: `${fields.length}, one for each column`,
      }
    else
      for (const [cell, [name, field]] of fields.entries())
        yield* wrongInPlain(field, name, row[cell], [...at, 'rows', index, cell])
  }
}

function* wrongInParameterValue(
  { id, type, items }: Parameter,
  { rows, value }: ParameterEdition,
  at: At,
): Generator<Finding> {
  if (rows) yield { pointer: [...at, 'rows'], at: 'key', wrong: `rows do not go with type ${type}`, right: 'value' }
  if (value === undefined) yield { pointer: at, wrong: 'value is missing', right: `a ${type}` }
  else if (type !== 'table') yield* wrongInPlain({ type, ...(items && { items }) }, id, value, [...at, 'value'])
}

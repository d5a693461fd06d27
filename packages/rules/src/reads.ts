import type { Form, Test } from './form.ts'

/** The forms directly inside a form, in the order in which they are written. */
export function partsOf(form: Form): readonly Form[] {
  switch (form.is) {
    case 'constant':
    case 'fact':
    case 'parameter':
    case 'item':
      return []
    case 'list':
      return form.items
    case 'field':
    case 'part':
    case 'not':
    case 'minus':
      return [form.of]
    case 'each':
    case 'at':
      return [form.list]
    case 'compare':
    case 'arithmetic':
      return [form.left, form.right]
    case 'in':
      return [form.item, ...form.tests.flatMap(partsOfTest)]
    case 'and':
    case 'or':
      return form.of
    case 'if':
      return [form.when, form.yes, form.no]
    case 'some':
    case 'every':
      return [form.list, form.satisfies]
    case 'filter':
      return [form.list, form.where]
    case 'call':
      return form.with
  }
}

export function partsOfTest(test: Test): readonly Form[] {
  if (test.is === 'range') return [test.from, test.to]
  return [test.is === 'one of' ? test.list : test.value]
}

export interface Reads {
  readonly facts: ReadonlySet<string>
  readonly parameters: ReadonlySet<string>
}

/** The facts and parameters that a form itself names; a derived fact is not looked into. */
export function readsOf(form: Form): Reads {
  const facts = new Set<string>()
  const parameters = new Set<string>()
  const visit = (part: Form): void => {
    if (part.is === 'fact') facts.add(part.fact)
    if (part.is === 'parameter') parameters.add(part.parameter)
    for (const inner of partsOf(part)) visit(inner)
  }
  visit(form)
  return { facts, parameters }
}

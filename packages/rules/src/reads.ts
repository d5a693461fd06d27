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

/** A form with each form directly inside it put through `by`; the same object when none of them changes. */
export function mapParts(form: Form, by: (part: Form) => Form): Form {
  const parts = partsOf(form)
  if (parts.length === 0) return form
  const mapped = parts.map(by)
  if (mapped.every((part, index) => part === parts[index])) return form
  const next = mapped.values()
  const take = (): Form => next.next().value!
  const takeAll = (of: readonly unknown[]): Form[] => of.map(take)
  switch (form.is) {
    case 'list':
      return { ...form, items: takeAll(form.items) }
    case 'field':
    case 'part':
    case 'not':
    case 'minus':
      return { ...form, of: take() }
    case 'each':
    case 'at':
      return { ...form, list: take() }
    case 'compare':
    case 'arithmetic':
      return { ...form, left: take(), right: take() }
    case 'in':
      return { ...form, item: take(), tests: form.tests.map(test => withParts(test, take)) }
    case 'and':
    case 'or':
      return { ...form, of: takeAll(form.of) }
    case 'if':
      return { ...form, when: take(), yes: take(), no: take() }
    case 'some':
    case 'every':
      return { ...form, list: take(), satisfies: take() }
    case 'filter':
      return { ...form, list: take(), where: take() }
    case 'call':
      return { ...form, with: takeAll(form.with) }
    case 'constant':
    case 'fact':
    case 'parameter':
    case 'item':
      return form
  }
}

function withParts(test: Test, take: () => Form): Test {
  if (test.is === 'range') return { ...test, from: take(), to: take() }
  return test.is === 'one of' ? { ...test, list: take() } : { ...test, value: take() }
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

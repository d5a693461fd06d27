import type { Form } from './form.ts'

/**
 * What is made of an amount, made of each of its branches instead: `(if a then 3 else 5) > 2` is true whatever `a` is, though the
 * amount is not known.
 */
export function inBranches(form: Form, make: (branch: Form) => Form): Form {
  if (form.is === 'if') return { ...form, yes: inBranches(form.yes, make), no: inBranches(form.no, make) }
  if (form.is === 'arithmetic') return inBranches(form.left, left => make({ ...form, left }))
  return make(form)
}

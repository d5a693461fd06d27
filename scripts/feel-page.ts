/** docs/feel.md: which expressions of the DMN-TCK are read, and why the others are refused. Made by `npm run generate`. */
import {
  conformance,
  type TckCase,
  type TckOutcome,
  tckCases,
} from '../packages/rules/src/proof/dmn-tck/conformance.ts'
import { reasonFor } from '../packages/rules/src/proof/dmn-tck/reasons.ts'

type Told = TckCase & { readonly outcome: TckOutcome }

export function feelPage(): string {
  const outcomeOf = conformance()
  const all = tckCases().map((one): Told => ({ ...one, outcome: outcomeOf(one.expression, one.expected) }))
  const refused = all.filter(({ outcome }) => outcome.is === 'refused')
  const read = all.filter(({ outcome }) => outcome.is !== 'refused')
  const asExpected = read.filter(({ outcome }) => outcome.is === 'as expected')
  const isNull = ({ expected }: Told) => expected === 'null'
  return `# FEEL

Rules are sentences of FEEL (OMG DMN 1.5): a part of it, which [packages/rules/README.md](../packages/rules/README.md) declares, and which is refused beyond that when a catalogue is loaded
([why](adr/0006-feel-as-we-read-it.md)). This page says what that comes to on the DMN Technology Compatibility Kit (DMN-TCK); \`npm run generate\` makes it, a test holds it (C25).

Of the kit's levels 2 and 3 the decisions count that are one expression and read no input: ${all.length.toLocaleString('en-US')}, of the kit as one other engine ships it
([NOTICE](../packages/rules/src/proof/dmn-tck/NOTICE.md)). Decision tables, models with inputs and boxed expressions are not tried: there are none here.
Nor are tests that the kit gained since (such as its 1157 and 1158): they are not in that copy.

| | |
|---|---|
| expressions | ${all.length} |
| read | ${read.length} |
| of these answered as the kit expects | ${asExpected.length} |
| refused | ${refused.length} |
| of these the kit expects null, FEEL's answer to a mistake | ${refused.filter(isNull).length} |
| of these FEEL has an answer that cannot be had here | ${refused.filter(one => !isNull(one)).length} |

Numbers are compared to 15 digits, for that is how exact they are here.

## What is refused, and why

| why | expressions | of these with an answer in FEEL | such as |
|---|---|---|---|
${tableOf(refused, ({ outcome }) => reasonFor(outcome.is === 'refused' ? outcome.wrong : ''), isNull)}

## Functions that sentences do not have

${functionsIn(refused)}.

## Test by test

| level | test | expressions | as expected | otherwise | refused |
|---|---|---|---|---|---|
${testsIn(all)}
`
}

function tableOf(told: readonly Told[], by: (one: Told) => string, isNull: (one: Told) => boolean): string {
  return [...Map.groupBy(told, by)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, of]) => {
      const example = of.find(one => !isNull(one)) ?? of[0]!
      return `| ${reason} | ${of.length} | ${of.filter(one => !isNull(one)).length} | ${asCode(example.expression)} |`
    })
    .join('\n')
}

const asCode = (text: string): string => `\`\`${` ${text} `.replaceAll('|', '\\|')}\`\``

function functionsIn(refused: readonly Told[]): string {
  const names = refused.flatMap(({ outcome }) =>
    outcome.is === 'refused' ? [/^the function `([^`]+)`/.exec(outcome.wrong)?.[1] ?? []].flat() : [],
  )
  const counts = [...Map.groupBy(names, name => name)].sort(([a], [b]) => (a < b ? -1 : 1))
  return counts.map(([name, all]) => `\`${name}\` (${all.length})`).join(', ')
}

function testsIn(all: readonly Told[]): string {
  const count = (of: readonly Told[], is: TckOutcome['is']) => of.filter(({ outcome }) => outcome.is === is).length
  return [...Map.groupBy(all, ({ level, test }) => `${level} | ${test}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([test, of]) =>
        `| ${test} | ${of.length} | ${count(of, 'as expected')} | ${count(of, 'otherwise')} | ${count(of, 'refused')} |`,
    )
    .join('\n')
}

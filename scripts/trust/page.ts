/** docs/trust.md, made from the checks, the titles of tests, and the figures of the last night (docs/nightly.json). */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from '../steps.ts'
import { checks, threats } from './checks.ts'
import { notHeld } from './not-held.ts'
import { type HeldBy, titlesById } from './titles.ts'

export interface Figure {
  readonly check: string
  readonly title: string
  readonly held: boolean
  readonly rounds: number
  readonly figure: string
  /** ISO day. */
  readonly day: string
}

export interface Night {
  readonly machine: string
  readonly versions: string
  readonly reached: readonly Figure[]
}

export const nightFile = join(root, 'docs/nightly.json')

export function trustPage(): string {
  const titles = titlesById()
  const night = existsSync(nightFile) ? (JSON.parse(readFileSync(nightFile, 'utf8')) as Night) : undefined
  const open = checks.filter(({ id }) => !titles.has(id)).map(({ id }) => id)
  return `# Trust

What is asked of reliability and security, which tests hold it, and what they came to. Made by \`npm run generate\` from the ids in titles of tests; a check counts as held where a test names it, and only as far as that test goes. Limits in time are of a machine that does nothing else: where a test on each push passes one, it grows by as much as a fixed piece of work takes longer there and then, four times at most.

## Figures of the last nights

${night ? figures(night) : 'None were taken yet: `npm run test:nightly`.'}

## Checks

P: on each push. N: at night, and where it says P too, with fewer rounds on each push. R: before a release.

| id | check | pass figure | run | held by |
|---|---|---|---|---|
${checks.map(({ id, check, passes, runs }) => `| ${id} | ${check} | ${passes} | ${runs} | ${files(titles.get(id))} |`).join('\n')}

**Not held yet by a test that says so:** ${open.join(', ')}.

## Threats

| id | threat | held by |
|---|---|---|
${Object.entries(threats)
  .map(
    ([id, threat]) =>
      `| ${id} | ${threat} | ${notHeld[id] ? `**not held yet.** ${notHeld[id]}` : files(titles.get(id))} |`,
  )
  .join('\n')}
`
}

function figures({ machine, versions, reached }: Night): string {
  const lines = reached.map(
    ({ check, title, held, rounds, figure, day }) =>
      `| ${check} | ${plain(title)} | ${held ? figure : `**not held:** ${figure}`} | ${rounds.toLocaleString('en-US')} | ${day} |`,
  )
  return `${machine}; ${versions}. \`npm run test:nightly\` takes them anew.

| id | test | reached | rounds | day |
|---|---|---|---|---|
${lines.join('\n')}`
}

const plain = (title: string): string => title.replaceAll(/\b[CT]\d{1,2}\b[,:]?\s*/g, '').replaceAll('|', '\\|')

const files = (held: readonly HeldBy[] = []): string =>
  held.length === 0
    ? 'not held yet'
    : [...new Set(held.map(({ file }) => file))].map(file => `[${nameOf(file)}](../${file})`).join(', ')

const nameOf = (file: string): string => basename(file).replace(/(\.records)?\.test\.tsx?$/, '')

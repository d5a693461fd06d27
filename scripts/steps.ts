/** The checks of the repository: each a command that ends with 0 when what it checks holds. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, relative } from 'node:path'

export const root = join(import.meta.dirname, '..')

export interface Step {
  readonly name: string
  /** Arguments for the pinned Node. */
  readonly command: readonly string[]
  /** The tests of a vitest run count one by one. */
  readonly vitest?: true
}

export interface Count {
  readonly passed: number
  readonly failed: number
}

interface StepCount extends Count {
  /** What failed, each with the first or last lines of what it said. */
  readonly faults: readonly string[]
  /** Tests that failed at first and passed when they were tried once more, each with what was wrong at first. */
  readonly onlyThen: readonly string[]
}

/** What is read of the report of vitest's JSON reporter. */
export interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    /** The path of the file. */
    readonly name: string
    readonly status: 'passed' | 'failed'
    /** What was wrong with the file itself; empty when its tests ran. */
    readonly message: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

const modules = (path: string) => join(root, 'node_modules', path)
const cli = join(root, 'apps/cli/src/main.ts')

export const format: Step = {
  name: 'format and lint',
  command: [modules('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'],
}
export const types: Step = { name: 'types', command: [modules('typescript/bin/tsc'), '-p', '.'] }
export const unused: Step = { name: 'nothing unused', command: [modules('knip/bin/knip.js')] }
export const catalogue: Step = { name: 'catalogue and its examples', command: [cli, 'check', 'catalogue/kr'] }
export const generated: Step = {
  name: 'generated files are current',
  command: [join(root, 'scripts/generate.ts'), '--check'],
}
export const fastTests: Step = {
  name: 'tests',
  command: [modules('vitest/vitest.mjs'), 'run', '--project', 'fast'],
  vitest: true,
}
export const recordsTests: Step = {
  name: 'tests of the records, on PGlite and PostgreSQL',
  command: [modules('vitest/vitest.mjs'), 'run', '--project', 'records*'],
  vitest: true,
}
/** Without those that start and kill processes again and again. */
export const quickRecordsTests: Step = {
  ...recordsTests,
  command: [...recordsTests.command, '--exclude', '**/folder-lock.records.test.ts'],
}
export const build: Step = { name: 'pages build', command: [join(root, 'scripts/build.ts')] }
export const browserTests: Step = {
  name: 'tests in Chromium',
  command: [modules('vitest/vitest.mjs'), 'run', '--project', 'chromium'],
  vitest: true,
}

/** Runs one step, its output passed through as it comes or, beside others, once it is done; counts what passed and failed. */
async function runStep(step: Step, isBesideOthers: boolean): Promise<StepCount> {
  if (!isBesideOthers) process.stdout.write(headOf(step))
  const scratch = mkdtempSync(join(tmpdir(), 'ieum-step-'))
  const report = join(scratch, 'report.json')
  const reporters = step.vitest ? ['--reporter=default', '--reporter=json', `--outputFile=${report}`] : []
  const { status, said } = await ended([...step.command, ...reporters], isBesideOthers)
  const count = step.vitest ? countTests(step.name, reportAt(report), status) : countOf(step.name, status === 0, said)
  rmSync(scratch, { recursive: true, force: true })
  if (isBesideOthers) process.stdout.write(`${headOf(step)}${said}`)
  process.stdout.write(
    `  ${count.failed === 0 ? 'holds' : 'FAILS'}: ${step.name} (${count.passed} passed, ${count.failed} failed)\n`,
  )
  return count
}

const headOf = ({ name }: Step) => `\n▸ ${name}\n`

/** `said` is what it wrote to either output, if that is kept. A program that cannot be started has no status. */
function ended(command: readonly string[], isKept: boolean): Promise<{ status: number | null; said: string }> {
  return new Promise(resolve => {
    const output = isKept ? 'pipe' : 'inherit'
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', output, output] })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', text => {
        said += text
      })
    child.once('error', error => resolve({ status: null, said: `${said}${error.message}\n` }))
    child.once('close', status => resolve({ status, said }))
  })
}

/** `said` is what the step wrote, if that is kept. */
const countOf = (name: string, holds: boolean, said = ''): StepCount =>
  holds
    ? { passed: 1, failed: 0, faults: [], onlyThen: [] }
    : { passed: 0, failed: 1, faults: [[name, ...linesOf(said).slice(-mostLines)].join('\n')], onlyThen: [] }

function reportAt(path: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** A run that ended badly without naming a failed test (a file that does not load, a crash) counts as one failure of the step called `name`. */
export function countTests(name: string, report: VitestReport | undefined, status: number | null): StepCount {
  if (!report) return countOf(name, false)
  const faults: string[] = []
  const onlyThen: string[] = []
  for (const ran of report.testResults) {
    const file = relative(root, ran.name)
    const failed = ran.assertionResults.filter(test => test.status === 'failed')
    for (const { fullName, failureMessages } of failed)
      faults.push([`${file}: ${fullName}`, ...linesOf(failureMessages[0]).slice(0, mostLines)].join('\n'))
    // It did not load, or what goes before and after its tests went wrong.
    if (ran.status === 'failed' && failed.length === 0)
      faults.push(`${file}: ${linesOf(ran.message)[0] ?? 'before or after its tests'}`)
    // What was wrong at the first try stays in the report.
    for (const { status, fullName, failureMessages } of ran.assertionResults)
      if (status === 'passed' && failureMessages.length > 0)
        onlyThen.push(`${file}: ${fullName} (at first: ${linesOf(failureMessages[0])[0]})`)
  }
  const isBad = status !== 0 || report.numFailedTests > 0
  if (isBad && faults.length === 0) faults.push(name)
  return { passed: report.numPassedTests, failed: isBad ? Math.max(1, report.numFailedTests) : 0, faults, onlyThen }
}

/** Of what was wrong with one test or step, at the end of the run. */
const mostLines = 12
/** Without the places inside of a library that a stack names. */
const linesOf = (text = '') => text.split('\n').filter(line => line.trim() !== '' && !/^ +at .*node_modules/.test(line))

/** Steps of which none reads what another one writes: as many at a time as there are cores. */
async function runBesideOneAnother(steps: readonly Step[]): Promise<StepCount[]> {
  const waiting = [...steps]
  const counts: StepCount[] = []
  const runOneByOne = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) counts.push(await runStep(step, true))
  }
  await Promise.all(Array.from({ length: availableParallelism() }, runOneByOne))
  return counts
}

/**
 * Runs all steps even when one fails, those of an inner list beside one another; prints `N passed, N failed` alone on the last line, and
 * answers the exit code.
 */
export async function runSteps(steps: readonly (Step | readonly Step[])[]): Promise<0 | 1> {
  const counts: StepCount[] = []
  for (const step of steps)
    counts.push(...('command' in step ? [await runStep(step, false)] : await runBesideOneAnother(step)))
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  // At the end once more: of a long run often only the last lines are kept.
  tell(
    'Failed',
    counts.flatMap(({ faults }) => faults),
  )
  tell(
    'Passed on their second try only, each a fault to be found',
    counts.flatMap(({ onlyThen }) => onlyThen),
  )
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  return failed === 0 && passed > 0 ? 0 : 1
}

function tell(head: string, lines: readonly string[]): void {
  if (lines.length > 0)
    process.stdout.write(`\n${head}:\n${lines.map(line => `  ${line.replaceAll('\n', '\n    ')}\n`).join('')}`)
}

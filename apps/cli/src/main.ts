/** The command `ieum`: reads the words typed, runs one command, and answers with its exit code. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { check } from './commands/check.ts'
import { explain } from './commands/explain.ts'
import { match } from './commands/match.ts'
import { plan } from './commands/plan.ts'
import { serve } from './commands/serve.ts'
import { Refused } from './refused.ts'

let exitCode: number = 0
const answers =
  <Arguments extends unknown[]>(command: (...given: Arguments) => Promise<number>) =>
  async (...given: Arguments): Promise<void> => {
    exitCode = await command(...given)
  }

function wholeNumber(least: number, most: number) {
  return (text: string): number => {
    const number = Number(text)
    if (!/^\d+$/.test(text) || number < least || number > most)
      throw new InvalidArgumentError(`it must be a whole number from ${least} to ${most}`)
    return number
  }
}

function common(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option('--catalogue <dir>', 'folder of the catalogue (default: catalogue/kr)')
    .option('--json', 'one JSON value on standard output, nothing else')
    .addOption(
      new Option('--lang <language>', 'language of what a person reads (default: the locale)').choices(['ko', 'en']),
    )
}
const onDay = (command: Command): Command => command.option('--on <date>', 'the day asked about (default: today)')

const program = new Command('ieum')
  .description('Joins the support programmes of public agencies for a company')
  .version('0.1.0')
  .addCommand(
    common('check', 'loads a catalogue, runs every example in it, reports each fault with file, line, column')
      .argument('[dir]', 'folder of the catalogue')
      .action(answers(check)),
  )
  .addCommand(
    onDay(common('match', 'one firm against every programme'))
      .requiredOption('--firm <file>', 'the firm: YAML or JSON')
      .addOption(new Option('--editions <which>', 'a row an edition, not a row a programme').choices(['all']))
      .option('--all', 'list every row')
      .action(answers(match)),
  )
  .addCommand(
    onDay(common('plan', 'itineraries through waypoints in order'))
      .requiredOption('--firm <file>', 'the firm: YAML or JSON')
      .option('--via <waypoints>', 'stages, programme ids or fact:SENTENCE, by commas')
      .option('--pathway <id>', 'the waypoints of a named pathway')
      .option('--horizon <duration>', 'how far ahead, in years and months', 'P5Y')
      .option('--max-legs <number>', 'most legs of an itinerary', wholeNumber(1, 12), 6)
      .option('--ics <file>', 'write the soonest itinerary as a calendar')
      .option('--all', 'draw every itinerary')
      .action(answers(plan)),
  )
  .addCommand(
    onDay(common('explain', 'the proof of one programme, for a person'))
      .argument('<programme>', 'id of the programme')
      .requiredOption('--firm <file>', 'the firm: YAML or JSON')
      .option('--edition <edition>', 'an edition other than the one of the day')
      .action(answers(explain)),
  )
  .addCommand(
    common('serve', 'web pages and HTTP API')
      .option('--port <number>', 'port (default: PORT, else 8080)', wholeNumber(0, 65_535))
      .action(answers(serve)),
  )

for (const command of [program, ...program.commands])
  command.exitOverride().configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'ieum: ')) })

try {
  await program.parseAsync()
  process.exitCode = exitCode
} catch (error) {
  if (error instanceof Refused) process.stderr.write(`${error.message}\n`)
  else if (!(error instanceof CommanderError)) throw error
  const isHelp = error instanceof CommanderError && error.exitCode === 0
  process.exitCode = isHelp ? 0 : 2
}

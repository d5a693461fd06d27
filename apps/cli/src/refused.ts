/** A command that could not run: one line on standard error, exit 2. */
import { didYouMean, nearest } from '@ieum/catalogue'
import type { Fault } from '@ieum/catalogue/records'
import type { Language } from '@ieum/wording'
import { type Command, CommanderError } from 'commander'
import { inKorean } from './words/refusals.ts'

export class Refused extends Error {}

/** `file:line:column: what is wrong: what would be right`: all three parts, even where nobody can tell what was meant. */
export function faultLine({ file, line, column, wrong, right }: Fault): string {
  return `${file}:${line}:${column}: ${wrong}: ${right ?? 'take it out or correct it'}`
}

/** The first fault stands for all; how many more there are is said at the end of the line. */
export function refusedFor(faults: readonly Fault[], rest = ''): Refused {
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more${rest})` : ''
  return new Refused(`${faultLine(faults[0]!)}${more}`)
}

const inOneLine = (text: string): string =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .join(' ')

/** One line for every reason not to have run; the stack of a mistake of ours is shown to who asks for it. */
export function lineFor(error: unknown, program: Command, language: Language = 'en'): string {
  const line = englishFor(error, program)
  return language === 'ko' ? (inKorean(line) ?? line) : line
}

function englishFor(error: unknown, program: Command): string {
  if (error instanceof Refused) return inOneLine(error.message)
  if (error instanceof CommanderError) return refusedByCommander(error, program)
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  if (process.env.IEUM_DEBUG) return stack ?? message
  return `ieum: ${message.split('\n')[0]}: a mistake of the program; IEUM_DEBUG=1 shows where`
}

const commandsOf = (program: Command): readonly Command[] => [program, ...program.commands.flatMap(commandsOf)]

/** The option of any command that comes nearest: who types it may have the wrong command before it. */
function meant(option: string, program: Command): string {
  const options = new Set(commandsOf(program).flatMap(command => command.options.map(({ long }) => long ?? '')))
  const near = nearest(option, [...options, '--help'])
  return near ? `did you mean ${near}?` : 'ieum --help lists them'
}

/** What the reader of words typed found wrong, in the style of every other fault: where, what is wrong, what would be right. */
function refusedByCommander({ code, message }: CommanderError, program: Command): string {
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? ''
  const [option = '', value = ''] = quoted.split(' ')
  switch (code) {
    case 'commander.unknownCommand':
      return `ieum: there is no command "${quoted}": ${didYouMean(
        quoted,
        program.commands.map(command => command.name()),
      )}`
    case 'commander.unknownOption':
      return `${quoted}: there is no such option: ${meant(quoted, program)}`
    case 'commander.missingMandatoryOptionValue':
      return `${option}: is missing: give ${option} ${value}`
    case 'commander.optionMissingArgument':
      return `${option}: nothing stands behind it: give ${option} ${value}`
    case 'commander.missingArgument':
      return `${quoted.toUpperCase()}: is missing: ieum --help shows what each command takes`
    case 'commander.excessArguments':
      return `ieum: ${message.replace(/^error: /, '').replace(/\.$/, '')}: ieum --help shows what each command takes`
    case 'commander.invalidArgument': {
      const [, given = '', right = ''] = /argument '([^']*)' is invalid\. (.*)$/s.exec(message) ?? []
      return `${option}: "${given}" cannot be used: ${right.replace('Allowed choices are ', 'one of ').replace(/\.$/, '')}`
    }
    default:
      return `ieum: ${message.replace(/^error: /, '').split('\n')[0]}: ieum --help`
  }
}

/** The command `ieum`: reads the words typed, runs one command, and answers with its exit code. */
import { CommanderError } from 'commander'
import { languageTyped } from './language.ts'
import { programIn } from './program.ts'
import { Refused, refusedByCommander } from './refused.ts'

// Who reads only the first lines (`ieum match … | head`) closes the pipe: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

const program = programIn(languageTyped(process.argv.slice(2), process.env), code => {
  process.exitCode = code
})
try {
  await program.parseAsync()
} catch (error) {
  const code = error instanceof CommanderError ? error.code : undefined
  // No command at all: what there is.
  if (code === 'commander.help') process.stdout.write(program.helpInformation())
  else if (code !== 'commander.helpDisplayed' && code !== 'commander.version') {
    process.stderr.write(`${oneLine(error)}\n`)
    process.exitCode = 2
  }
}

/** One line for every reason not to have run; the stack of a mistake of ours is shown to who asks for it. */
function oneLine(error: unknown): string {
  if (error instanceof Refused) return error.message.replaceAll(/\s*\n\s*/g, ' ')
  if (error instanceof CommanderError) return refusedByCommander(error)
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  if (process.env.IEUM_DEBUG) return stack ?? message
  return `ieum: ${message.split('\n')[0]}: a mistake of the program; IEUM_DEBUG=1 shows where`
}

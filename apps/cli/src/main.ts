/** The command `ieum`: reads the words typed, runs one command, and answers with its exit code. */
import { CommanderError } from 'commander'
import { languageTyped } from './language.ts'
import { programIn } from './program.ts'
import { lineFor } from './refused.ts'

// Who reads only the first lines (`ieum match … | head`) closes the pipe: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

const language = languageTyped(process.argv.slice(2), process.env)
const program = programIn(language, code => {
  process.exitCode = code
})
try {
  await program.parseAsync()
} catch (error) {
  const code = error instanceof CommanderError ? error.code : undefined
  // No command at all: what there is.
  if (code === 'commander.help') process.stdout.write(program.helpInformation())
  else if (code !== 'commander.helpDisplayed' && code !== 'commander.version') {
    process.stderr.write(`${lineFor(error, program, language)}\n`)
    process.exitCode = 2
  }
}

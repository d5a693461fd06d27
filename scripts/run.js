// node scripts/run.js FILE.ts [ARGUMENT …]: runs a script of the repository with the pinned Node, after any set-up it needs.
import { ensureInstalled, runPinned } from './setup.js'

ensureInstalled()
process.exit(runPinned(process.argv.slice(2)))

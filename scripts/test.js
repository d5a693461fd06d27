// npm test: everything that must hold. The last line is `N passed, N failed`.
import { ensureInstalled, runPinned } from './setup.js'

ensureInstalled()
process.exit(runPinned(['scripts/test.ts', ...process.argv.slice(2)]))

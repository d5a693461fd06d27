// npm start: installs what is missing, builds what changed, and serves web and API.
import { ensureInstalled, runPinned } from './setup.js'

ensureInstalled()
const built = runPinned(['scripts/build.ts'])
process.exit(built === 0 ? runPinned(['apps/cli/src/main.ts', 'serve', ...process.argv.slice(2)]) : built)

// npm start: installs what is missing, builds what changed, and serves web and API.
import { join } from 'node:path'
import { ensureInstalled, followPinned, root, runPinned } from './setup.js'

ensureInstalled()
const built = runPinned(['scripts/build.ts'])
if (built !== 0) process.exit(built)
followPinned([join(root, 'apps/cli/src/main.ts'), 'serve', ...process.argv.slice(2)])

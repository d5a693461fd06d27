#!/usr/bin/env node
// The command `ieum`: starts the program with the pinned Node, whichever Node the machine has.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pinnedNode, root } from '../../../scripts/setup.js'

const program = spawn(pinnedNode(), [join(root, 'apps/cli/src/main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => program.kill(signal))
program.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))

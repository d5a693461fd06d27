#!/usr/bin/env node
// The command `ieum`: starts the program with the pinned Node, whichever Node the machine has.
import { join } from 'node:path'
import { followPinned, root } from '../../../scripts/setup.js'

followPinned([join(root, 'apps/cli/src/main.ts'), ...process.argv.slice(2)])

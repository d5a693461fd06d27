/** A process with a desk in it; says on its output where it is and who is in it, as one line of JSON. */
import { openDesk } from './open-desk.ts'

const { address, world, firms, council, close } = await openDesk()
process.stdout.write(`${JSON.stringify({ address, world, firms, council })}\n`)

process.on('SIGTERM', async () => {
  await close()
  process.exit(0)
})

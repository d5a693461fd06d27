/** Bytes to a port as they are, and what comes back: what no client that keeps to the rules would send. */
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

export interface RawAnswer {
  /** 0: the connection was closed without one. */
  readonly status: number
  readonly text: string
  readonly milliseconds: number
}

/** Sends piece by piece until an answer comes or the connection ends; whoever gets neither is `0` when patience is over. */
export async function sendRaw(
  port: number,
  pieces: Iterable<string | Uint8Array>,
  { every = 0, patience = 60_000 }: { readonly every?: number; readonly patience?: number } = {},
): Promise<RawAnswer> {
  const begun = performance.now()
  const socket = connect(port, '127.0.0.1')
  let text = ''
  const done = new Promise<void>(resolve => {
    socket.on('data', chunk => {
      text += chunk.toString('latin1')
      if (/^HTTP\/1\.1 [2-5]/.test(text)) resolve()
    })
    socket.on('error', () => resolve())
    socket.on('close', () => resolve())
    setTimeout(resolve, patience).unref()
  })
  let over = false
  void done.then(() => {
    over = true
  })
  void feed(socket, pieces, every, () => over)
  await done
  const milliseconds = performance.now() - begun
  socket.destroy()
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text, milliseconds }
}

async function feed(socket: Socket, pieces: Iterable<string | Uint8Array>, every: number, over: () => boolean) {
  for (const piece of pieces) {
    if (over() || socket.destroyed) return
    const hasRoom = socket.write(piece)
    if (every > 0) await wait(every)
    else if (!hasRoom) await new Promise<void>(room => socket.once('drain', room).once('close', room))
  }
}

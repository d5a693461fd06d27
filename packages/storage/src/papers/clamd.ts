/**
 * A virus scanner that is asked over its socket: ClamAV's `clamd`, by its INSTREAM command. Nothing of ClamAV is part of this program;
 * an operator who runs one says where (`IEUM_CLAMD=/run/clamav/clamd.ctl`, or `host:3310`).
 */
import { connect, type Socket } from 'node:net'

export type Scanned = { readonly is: 'clean' } | { readonly is: 'infected'; readonly found: string }

export interface PaperScanner {
  readonly name: 'clamav'
  /** Fails when the scanner cannot be asked or gives no answer: then nothing is known of the paper. */
  scan(content: Uint8Array): Promise<Scanned>
}

const patience = 60_000
const chunkBytes = 64 * 1024
const longestAnswer = 4_096

export function clamdAt(place: string): PaperScanner {
  return { name: 'clamav', scan: async content => meaningOf(await ask(place, content)) }
}

function meaningOf(answer: string): Scanned {
  if (answer === 'stream: OK') return { is: 'clean' }
  const found = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1]
  if (found) return { is: 'infected', found }
  throw new Error(`the virus scanner says: ${answer.slice(0, 200) || 'nothing'}`)
}

async function ask(place: string, content: Uint8Array): Promise<string> {
  const socket = connectTo(place)
  socket.setTimeout(patience, () => socket.destroy(new Error('the virus scanner does not answer')))
  try {
    for (const part of stream(content)) socket.write(part)
    let answer = ''
    for await (const part of socket.setEncoding('utf8')) {
      answer += part
      if (answer.includes('\0') || answer.length > longestAnswer) break
    }
    return answer.split('\0')[0]!.trim()
  } finally {
    socket.destroy()
  }
}

/** A command with its NUL, then chunks each after its length, then a length of nothing. */
function* stream(content: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0')
  for (let at = 0; at < content.length; at += chunkBytes) {
    const chunk = content.subarray(at, at + chunkBytes)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    yield length
    yield chunk
  }
  yield Buffer.alloc(4)
}

function connectTo(place: string): Socket {
  const address = /^(.+):(\d{1,5})$/.exec(place)
  return address && !place.startsWith('/')
    ? connect({ host: address[1]!.replaceAll(/^\[|\]$/g, ''), port: Number(address[2]) })
    : connect({ path: place })
}

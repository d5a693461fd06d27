/** A room and its wall are often two windows of one machine: they hear each other when the server hears neither. */
import type { Screen } from '../room/shapes.ts'

const nameOf = (session: string) => `ieum.room ${session}`

export interface NearScreen {
  readonly screen: Screen
  /** What the server's clock was ahead of this machine's. */
  readonly ahead: number
}

/** Tells; nothing where the browser has no such channel. */
export function tellNear(session: string): { readonly tell: (told: NearScreen) => void; readonly close: () => void } {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, close: () => undefined }
  const channel = new BroadcastChannel(nameOf(session))
  return { tell: told => channel.postMessage(told), close: () => channel.close() }
}

export function hearNear(session: string, heard: (told: NearScreen) => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined
  const channel = new BroadcastChannel(nameOf(session))
  channel.onmessage = ({ data }: MessageEvent<NearScreen>) => heard(data)
  return () => channel.close()
}

/** What the embedded engine's thread is given, told, and tells. */
export interface EmbeddedPlace {
  /** Without a folder the records live in memory. */
  readonly folder?: string
  /** A dump to start from, where there is no database yet. */
  readonly prepared?: string
}

export type ThreadWork = EmbeddedPlace & { readonly socket: string }
export type ToThread = 'stop' | { readonly dumpTo: string }
export type FromThread = 'ready' | 'dumped' | 'broken'

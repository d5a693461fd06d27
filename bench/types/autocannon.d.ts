/** What we use of autocannon, which brings no types. */
declare module 'autocannon' {
  interface Shot {
    readonly url: string
    readonly method: 'POST'
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
    readonly connections: number
    /** Requests a second over all connections. */
    readonly overallRate: number
    /** Seconds. */
    readonly duration: number
  }
  interface Done {
    readonly '2xx': number
    readonly non2xx: number
    readonly errors: number
    readonly timeouts: number
    readonly throughput: { readonly total: number }
  }
  interface Running extends PromiseLike<Done> {
    on(event: 'response', hear: (client: unknown, status: number, bytes: number, milliseconds: number) => void): this
  }
  export default function autocannon(shot: Shot): Running
}

declare module 's3rver' {
  interface Context {
    readonly method: string
    readonly path: string
    readonly querystring: string
    readonly headers: Readonly<Record<string, string | undefined>>
    status: number
    body: string
  }

  /** What our tests use of it; the package brings no types. */
  export default class S3rver {
    constructor(options: {
      address: string
      port: number
      silent: boolean
      directory: string
      allowMismatchedSignatures: boolean
      configureBuckets: readonly { name: string; configs: readonly string[] }[]
    })
    /** Koa's own list. */
    readonly middleware: ((ctx: Context, next: () => Promise<void>) => Promise<void>)[]
    run(): Promise<{ port: number }>
    close(): Promise<void>
  }
}

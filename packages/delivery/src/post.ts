/** A text that is posted, answered by a text. */
import { type Called, type CallOptions, call } from './call.ts'

export type { Resolve } from './call.ts'

export interface Post {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type PostOptions = CallOptions

export type Posted = Called<string>

export async function post(asked: Post, options: PostOptions = {}): Promise<Posted> {
  const called = await call(asked, options)
  return called.is === 'answered' ? { ...called, body: called.body.toString('utf8') } : called
}

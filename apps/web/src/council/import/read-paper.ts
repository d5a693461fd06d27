/** What the server reads out of a paper. */
import type { Doubt } from '@ieum/wording/papers/doubts'
import { Refused, refusalOf } from '../../desk/client/ask.ts'

export interface Origin {
  readonly line: number
  readonly source: string
}

type Said = Origin & { readonly value: string }

export interface Unsure {
  readonly field: string
  readonly line: number | null
  readonly may: readonly string[]
  readonly why: Doubt
}

export interface PaperRead {
  readonly draft: {
    readonly session: Readonly<Record<'date' | 'from' | 'to' | 'place', Said | null>>
    readonly agencies: readonly Said[]
    readonly schedule: readonly (Origin & {
      readonly from: string | null
      readonly to: string | null
      readonly title: string
    })[]
    readonly tasks: readonly (Origin & { readonly title: string; readonly proposedBy: readonly string[] })[]
    readonly posts: readonly (Origin & { readonly agency: string | null; readonly title: string })[]
    readonly unsure: readonly Unsure[]
  }
  readonly seated: readonly string[]
  readonly there: readonly { readonly at: number; readonly task: string; readonly code: string }[]
}

const at = (post: string, council: string) =>
  `/api/posts/${encodeURIComponent(post)}/councils/${encodeURIComponent(council)}/papers`

export const takeUpAt = (post: string, council: string): string => `${at(post, council)}/take-up`

export async function readPaper(post: string, council: string, file: Blob): Promise<PaperRead | Refused> {
  try {
    const reply = await fetch(`${at(post, council)}/read`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/octet-stream' },
      body: file,
    })
    return reply.ok ? ((await reply.json()) as PaperRead) : await refusalOf(reply)
  } catch (error) {
    return new Refused({ status: 0, title: String(error), code: 'unreachable' })
  }
}

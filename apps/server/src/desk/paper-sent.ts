/** One paper as the body of a request, with its name beside it, and what is said when it is not taken. */

import { z } from '@hono/zod-openapi'
import { type CouncilPaperBrought, type PaperBrought, paperLimits } from '@ieum/services'
import type { Context } from 'hono'
import { problem } from '../problem.ts'
import { papersInHand } from './papers-in-hand.ts'

/** Ten of the largest may lie in memory. */
const { take: lookedThroughInTurn } = papersInHand({ atOnce: 4, ofOnePerson: 4, bytes: 10 * paperLimits.bytes })

export const paperSentHeaders = z.object({
  'content-disposition': z.string().max(2_000).openapi({
    example: "attachment; filename*=UTF-8''%EC%82%AC%EC%97%85%EC%9E%90%EB%93%B1%EB%A1%9D%EC%A6%9D.pdf",
  }),
})

export const paperBody = {
  required: true,
  content: { 'application/octet-stream': { schema: z.any().openapi({ format: 'binary' }) } },
}

export const paperBytes = {
  description: 'Its bytes, to be saved',
  content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
}

export interface PaperSent {
  /** As the file is called where it comes from. */
  readonly name: string
  readonly content: Uint8Array
}

export async function withPaperSent(
  c: Context,
  { named, most }: { readonly named: string; readonly most: number },
  take: (paper: PaperSent) => Promise<Response>,
): Promise<Response> {
  const name = nameGiven(named)
  if (name === null) return noName(c)
  const sent = { person: c.get('person').id, most }
  return (await lookedThroughInTurn(c.req.raw.body, sent, content => take({ name, content }))) ?? tooLarge(c, most)
}

/** `filename*` before `filename`; null when there is neither, or it cannot be read. */
function nameGiven(disposition: string): string | null {
  const extended = /;\s*filename\*\s*=\s*utf-8''([^;\s]+)/i.exec(disposition)?.[1]
  if (extended === undefined) return /;\s*filename\s*=\s*"([^"\\]*)"/i.exec(disposition)?.[1] ?? null
  try {
    return decodeURIComponent(extended)
  } catch {
    return null
  }
}

/** What bringing a paper comes to, whatever it belongs to; whether it may be brought there at all, the route says. */
export function broughtOrNot(c: Context, outcome: BroughtAnywhere): Response {
  switch (outcome.is) {
    case 'brought':
      return c.json(outcome.paper, 201)
    case 'there already':
      return c.json(outcome.paper, 200)
    case 'refused':
      return notTaken(c, outcome.because)
    case 'empty':
      return empty(c)
    case 'too large':
      return tooLarge(c, outcome.most)
    case 'no room':
      return noRoom(c, outcome)
    case 'no name':
      return noName(c)
  }
}

type BroughtAnywhere = Exclude<
  PaperBrought | CouncilPaperBrought,
  { readonly is: 'no such firm' | 'no such place' | 'not for this post' | 'not allowed now' }
>

const notTaken = (c: Context, because: Because): Response =>
  problem(c, {
    status: 422,
    title: 'This file is not taken',
    fields: [{ field: '/body', wrong: `${because}: ${whatWouldBeRight[because]}` }],
  })

type Because = Extract<PaperBrought, { is: 'refused' }>['because']

const whatWouldBeRight: Readonly<Record<Because, string>> = {
  kind: 'send a pdf, png, jpeg, docx, xlsx, hwpx, hwp, or a text or table in UTF-8',
  broken: 'it is damaged or cut off; save it anew',
  'two-kinds': 'it is two kinds of file at once; save it anew',
  program: 'it holds a macro, script or action; save it without',
  outside: 'it fetches something from outside when opened; save it without',
  'packed-file': 'another file is packed in it; send that by itself',
  locked: 'it is locked with a password or restricted; save it without',
  bomb: 'it grows too large when unpacked',
  'not-utf-8': 'save the text as UTF-8',
  virus: 'it is known as harmful',
}

const empty = (c: Context): Response =>
  problem(c, { status: 422, title: 'The file is empty', fields: [{ field: '/body', wrong: 'a file' }] })

const noRoom = (
  c: Context,
  { bytesLeft, papersLeft }: { readonly bytesLeft: number; readonly papersLeft: number },
): Response =>
  problem(c, {
    status: 409,
    title: 'There is no room for it',
    detail: `Left are ${bytesLeft.toLocaleString('en-US')} bytes and ${papersLeft} papers: remove what is no longer needed.`,
  })

export const notClean = (c: Context, state: 'waiting' | 'refused'): Response =>
  problem(c, {
    status: 409,
    title: state === 'waiting' ? 'It is still being looked through' : 'It was refused',
    detail: 'Nothing is handed out before it is found clean.',
  })

const noName = (c: Context): Response =>
  problem(c, {
    status: 422,
    title: 'The file has no name',
    fields: [
      { field: '/content-disposition', wrong: "attachment; filename*=UTF-8'' and the name, with codes of percent" },
    ],
  })

export const tooLarge = (c: Context, most: number): Response =>
  problem(c, {
    status: 413,
    title: 'The body is too large',
    detail: `At most ${most.toLocaleString('en-US')} bytes are read.`,
  })

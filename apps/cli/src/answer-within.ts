/** What an address answers, in a given time and of a given size: others run what stands there. */

export interface Bounds {
  /** From the first word to the last. */
  readonly milliseconds: number
  readonly bytes: number
}

export type Answer =
  /** `said` is left out where it was no JSON. */
  | { readonly is: 'answer'; readonly said?: unknown }
  /** To another address, without its query; nothing goes there of itself. */
  | { readonly is: 'leads on'; readonly to: string }
  | { readonly is: 'status'; readonly status: number }
  /** Nobody there, or not a word in that time. */
  | { readonly is: 'none' }
  | { readonly is: 'too slow' }
  | { readonly is: 'too large' }
  | { readonly is: 'broken off' }

export async function answerWithin(address: URL, { milliseconds, bytes }: Bounds): Promise<Answer> {
  const signal = AbortSignal.timeout(milliseconds)
  const answer = await fetch(address, { signal, redirect: 'manual' }).catch(() => undefined)
  if (!answer) return { is: 'none' }
  if (!answer.ok) {
    await answer.body?.cancel().catch(() => {})
    const to =
      answer.status >= 300 && answer.status < 400 ? placeIn(answer.headers.get('location'), address) : undefined
    return to === undefined ? { is: 'status', status: answer.status } : { is: 'leads on', to }
  }
  const decoder = new TextDecoder()
  let [text, size] = ['', 0]
  try {
    for await (const chunk of answer.body ?? []) {
      size += chunk.length
      // Leaving the loop ends the connection.
      if (size > bytes) return { is: 'too large' }
      text += decoder.decode(chunk, { stream: true })
    }
  } catch {
    return { is: signal.aborted ? 'too slow' : 'broken off' }
  }
  try {
    return { is: 'answer', said: JSON.parse(text + decoder.decode()) }
  } catch {
    return { is: 'answer' }
  }
}

function placeIn(location: string | null, from: URL): string | undefined {
  const place = location === null ? null : URL.parse(location, from.href)
  return place ? `${place.origin}${place.pathname}` : undefined
}

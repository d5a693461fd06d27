/** Null as soon as it is more: the rest is not read. */
export async function bodyUpTo({ body }: Request, most: number): Promise<Uint8Array | null> {
  if (!body) return new Uint8Array()
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
    length += part.length
    if (length > most) return null
    parts.push(part)
  }
  return Buffer.concat(parts, length)
}

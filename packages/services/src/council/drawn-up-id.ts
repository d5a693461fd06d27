/** What a council that was drawn up here is called in addresses. */

/** As long as addresses take it, with room for a number. */
const longest = 90

/**
 * Begins with its agency, so that which of two is numbered tells nothing of what another agency has set up; then its name in English,
 * or its kind. It stays as it is when the council is named anew.
 */
export function drawnUpId(
  { agency, kind, nameEn }: { readonly agency: string; readonly kind: string; readonly nameEn?: string | undefined },
  isTaken: (id: string) => boolean,
): string {
  const first = `${slugOf(agency)}-${slugOf(nameEn ?? '') || kind}`.slice(0, longest).replace(/-$/, '')
  let id = first
  for (let number = 2; isTaken(id); number += 1) id = `${first}-${number}`
  return id
}

const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

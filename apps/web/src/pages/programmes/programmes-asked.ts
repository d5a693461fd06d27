/** What the list of programmes is asked for, as it stands in the address. */
export const filters = ['ministry', 'stage', 'chain', 'kind', 'window'] as const
export type Filter = (typeof filters)[number]

export type ProgrammesAsked = { readonly [asked in Filter | 'q']?: string | undefined }

export function programmesAsked(search: Record<string, unknown>): ProgrammesAsked {
  const asked = (['q', ...filters] as const).flatMap(key => {
    const value = search[key]
    return typeof value === 'string' && value !== '' ? [[key, value] as const] : []
  })
  return Object.fromEntries(asked)
}

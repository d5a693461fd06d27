import type { CouncilDesk } from '../standing.ts'

/** By the id of a post; never a person's name. */
export type PostNames = ReadonlyMap<string, { readonly ko: string; readonly en: string }>

export async function postNames({ tx }: Pick<CouncilDesk, 'tx'>, ids: readonly string[]): Promise<PostNames> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('post')
    .select(['id', 'name_ko', 'name_en'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name_ko, name_en }) => [id, { ko: name_ko, en: name_en }]))
}

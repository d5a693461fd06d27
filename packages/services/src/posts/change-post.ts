/** Names a post anew, or gives it other programmes to look after. Its role stays: another role is another post. */
import type { Database } from '@ieum/storage'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { agencysOwn, ownOpenPost } from './administration.ts'
import { notOf, type PostToOpen } from './open-post.ts'

export type PostChanged =
  | { readonly is: 'changed' }
  | { readonly is: 'no such post' }
  | { readonly is: 'not its programmes'; readonly programmes: readonly string[] }

export function changePost(
  needs: { readonly database: Database; readonly catalogue: OpenCatalogue },
  acting: Acting<PostCapacity>,
  id: string,
  { name, programmes }: Partial<Pick<PostToOpen, 'name' | 'programmes'>>,
): Promise<PostChanged> {
  return atDesk(needs, acting, async desk => {
    if (!desk.may('manage posts', agencysOwn, id)) return { is: 'no such post' }
    const post = await ownOpenPost(desk, id)
    if (!post) return { is: 'no such post' }
    const foreign = notOf(acting.capacity.agency, programmes ?? [], needs.catalogue)
    if (foreign.length > 0) return { is: 'not its programmes', programmes: foreign }
    await desk.tx
      .updateTable('post')
      .set({
        name_ko: name?.ko ?? post.name_ko,
        name_en: name?.en ?? post.name_en,
        programmes: programmes ? [...new Set(programmes)] : post.programmes,
      })
      .where('id', '=', id)
      .execute()
    desk.changed('change post', id, { ...(name && { name }), ...(programmes && { programmes }) })
    return { is: 'changed' }
  })
}

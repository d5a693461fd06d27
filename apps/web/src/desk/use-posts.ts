import { useTranslation } from 'react-i18next'
import { useSaid } from '../words/use-language.ts'
import { ofPost } from './client/paths.ts'
import type { Post, PostCapacity } from './client/shapes.ts'
import { useAsked } from './client/use-asked.ts'

/** Names of the posts of one's own agency. */
export function usePosts({ post, name }: PostCapacity): { readonly nameOf: (post: string | null) => string } {
  const { t } = useTranslation()
  const said = useSaid()
  const { value } = useAsked<{ posts: readonly Post[] }>(ofPost(post).posts)
  const names = new Map(value?.posts.map(one => [one.id, one.name]))
  return {
    nameOf: id => {
      if (id === null) return t('desk.post.none')
      if (id === post) return t('desk.post.own', { name: said(name) })
      return said(names.get(id)) || t('desk.post.other')
    },
  }
}

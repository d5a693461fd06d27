import { useOn } from '../../day/use-on.ts'
import { ofPost } from '../client/paths.ts'
import type { Agreement, PostCapacity } from '../client/shapes.ts'
import { type Asked, useAsked } from '../client/use-asked.ts'

/** Links in force that start from the agency's own programmes; with the programmes that the post looks after. */
export function useLinksFrom({ post, programmes }: PostCapacity): Asked<readonly Agreement[]> {
  const on = useOn()
  const asked = useAsked<{ agreements: readonly Agreement[] }>(ofPost(post).agreements({ side: 'from', inForceOn: on }))
  const value = asked.value?.agreements.filter(
    ({ fromProgramme }) => programmes.length === 0 || programmes.includes(fromProgramme),
  )
  return { ...asked, value }
}

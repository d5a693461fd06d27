import { useSyncExternalStore } from 'react'

/** As in find.css: below this there is one column, and the results come before the list of answers. */
const wide = '(min-width: 960px)'

export const useIsWide = (): boolean => useSyncExternalStore(onResize, () => matchMedia(wide).matches)

function onResize(tell: () => void): () => void {
  const query = matchMedia(wide)
  query.addEventListener('change', tell)
  return () => query.removeEventListener('change', tell)
}

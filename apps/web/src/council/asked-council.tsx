import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AskedPage, type AskedProps } from './asked-page.tsx'
import { councilsOf } from './client/paths.ts'
import type { Council } from './client/shapes.ts'

interface AskedCouncilProps {
  post: string
  council: string
  children: (asked: AskedProps<Council>) => ReactNode
}

/** A page of one council, under its name. */
export function AskedCouncil({ post, council, children }: AskedCouncilProps) {
  const { t } = useTranslation()
  return (
    <AskedPage<Council>
      post={post}
      id={council}
      path={councilsOf(post).council(council)}
      kind={t('councilDesk.council.title')}
      nameOf={({ name }) => ({ name })}
    >
      {children}
    </AskedPage>
  )
}

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostCapacity } from '../desk/client/shapes.ts'
import { useAsked } from '../desk/client/use-asked.ts'
import { DeskPage } from '../desk/desk-page.tsx'
import { RefusedText } from '../desk/refused-text.tsx'
import { useWho } from '../desk/who.ts'
import { Waiting } from '../shell/waiting.tsx'
import { useLanguage } from '../words/use-language.ts'
import type { Said } from './said.ts'
import { SaidText, useTitle } from './said-text.tsx'
import './council.css'

export interface AskedProps<T> {
  readonly shown: T
  readonly capacity: PostCapacity
  /** It is being asked for anew: nothing is done with what may have changed. */
  readonly isStale: boolean
  readonly again: () => void
}

interface AskedPageProps<T> {
  post: string
  /** Of what is shown: the answer before, of another one, is not. */
  id: string
  path: string
  /** Until it has come, and where nobody wrote its name in English. */
  kind: string
  nameOf: (shown: T) => { readonly code?: string; readonly name: Said }
  children: (props: AskedProps<T>) => ReactNode
}

/** A page of one council, or of one of its tasks, under its name; where it is not to be had, the way to all councils. */
export function AskedPage<T extends { readonly id: string }>({
  post,
  id,
  path,
  kind,
  nameOf,
  children,
}: AskedPageProps<T>) {
  const { t } = useTranslation()
  const who = useWho()
  const language = useLanguage()
  const titleOf = useTitle()
  const { value, refused, isAsking, again } = useAsked<T>(who.is === 'signed in' ? path : undefined)
  const shown = value?.id === id ? value : undefined
  const { code, name } = shown ? nameOf(shown) : {}
  const title = name ? [code, titleOf(name, kind)].filter(Boolean).join(' ') : kind
  return (
    <DeskPage key={id} post={post} title={title}>
      {capacity =>
        shown ? (
          <>
            {name && name.en === null && language === 'en' ? (
              <p className="case-firm">
                <strong>
                  <SaidText said={name} />
                </strong>
              </p>
            ) : null}
            {children({ shown, capacity, isStale: isAsking, again })}
          </>
        ) : refused ? (
          <RefusedText refused={refused} {...(refused.status !== 404 && { again })}>
            <p>
              <Link to="/desk/$post/councils" params={{ post }}>
                {t('councilDesk.council.toAll')}
              </Link>
            </p>
          </RefusedText>
        ) : (
          <Waiting />
        )
      }
    </DeskPage>
  )
}

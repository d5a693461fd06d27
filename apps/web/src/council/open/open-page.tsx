import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsked } from '../../desk/client/use-asked.ts'
import { Page } from '../../shell/page.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import './open-record.css'

interface OpenPageProps<T> {
  /** Under `/api/councils`. */
  path: string
  children: (read: T) => ReactNode
}

/** A page of the open record: what is hidden and what is not there look the same here too. */
export function OpenPage<T>({ path, children }: OpenPageProps<T>) {
  const { t } = useTranslation()
  const { value, refused, again, isAsking } = useAsked<T>(`/api/councils${path}`)
  if (refused)
    return (
      <Page
        title={t(refused.status === 404 ? 'councilOpen.notHere' : 'councilOpen.list.title')}
        lead={<p role="alert">{t(refused.status === 404 ? 'councilOpen.notHereText' : 'councilOpen.wrong')}</p>}
      >
        <p className="row">
          {refused.status === 404 ? (
            <Link to="/councils" className="button">
              {t('councilOpen.toList')}
            </Link>
          ) : (
            <button type="button" className="button" onClick={again}>
              {t('shell.again')}
            </button>
          )}
        </p>
      </Page>
    )
  // Of another address than the one that was answered last, nothing is shown in between.
  if (value === undefined || isAsking) return <Waiting />
  return children(value)
}

export const part = encodeURIComponent

import { CatchBoundary } from '@tanstack/react-router'
import { type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Waiting } from '../shell/waiting.tsx'
import { forgetRulebook } from './fetch-rulebook.ts'

/** For a part of a page that needs the rulebook: the rest of the page stands while it comes, and when it does not. */
export function RulebookBoundary({ children }: { children: ReactNode }) {
  const [attempt, setAttempt] = useState(0)
  return (
    <CatchBoundary
      getResetKey={() => attempt}
      errorComponent={() => (
        <NotLoaded
          again={() => {
            forgetRulebook()
            setAttempt(attempt + 1)
          }}
        />
      )}
    >
      <Suspense fallback={<Waiting />}>{children}</Suspense>
    </CatchBoundary>
  )
}

function NotLoaded({ again }: { again: () => void }) {
  const { t } = useTranslation()
  return (
    <div role="alert" className="not-loaded">
      <p>
        <strong>{t('shell.wrongData')}.</strong> {t('shell.wrongDataText')}
      </p>
      <button type="button" className="button quiet" onClick={again}>
        {t('shell.again')}
      </button>
    </div>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Entry } from './entry.tsx'

interface PasswordEntryProps {
  id: string
  label: string
  help?: string
  wrong: string | undefined
  value: string
  onValue: (value: string) => void
  /** A password that is being chosen; otherwise the one that one has. */
  isNew?: boolean
}

/** Typed once, and seen when wanted, rather than typed twice. */
export function PasswordEntry({ isNew = false, ...entry }: PasswordEntryProps) {
  const { t } = useTranslation()
  const [isShown, setShown] = useState(false)
  return (
    <div className="password-entry">
      <Entry
        {...entry}
        type={isShown ? 'text' : 'password'}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        autoCapitalize="none"
        spellCheck={false}
      />
      <label className="choice">
        <input type="checkbox" checked={isShown} onChange={event => setShown(event.target.checked)} />
        <span>{t('joining.show')}</span>
      </label>
    </div>
  )
}

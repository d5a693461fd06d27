import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask, Refused } from '../../desk/client/ask.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { keepFirm } from '../../firm/firm-store.ts'
import { rulebook } from '../../rulebook/fetch-rulebook.ts'
import { ofFirm } from './client/of-firm.ts'
import type { Dossier } from './client/shapes.ts'
import { firmFromDossier } from './firm-from-dossier.ts'

interface UseDossierProps {
  firm: string
  to: 'find' | 'path'
  /** The stage to lead to. */
  via?: string | undefined
  label: string
  isQuiet?: boolean
}

/** Takes what the dossier says to the page Find or Path: it then stands in this browser, in the place of what was answered there. */
export function UseDossier({ firm, to, via, label, isQuiet = false }: UseDossierProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const [refused, setRefused] = useState<Refused>()

  const here = useRef<AbortSignal>(undefined)
  useEffect(() => {
    const leaving = new AbortController()
    here.current = leaving.signal
    return () => leaving.abort()
  }, [])

  const take = async () => {
    const signal = here.current
    setAsking(true)
    setRefused(undefined)
    try {
      const [dossier, { facts }] = await Promise.all([ask<Dossier>(ofFirm(firm).dossier, signal), rulebook()])
      // Who has gone elsewhere meanwhile is not called back, and what was told there stays.
      if (signal?.aborted) return
      keepFirm(firmFromDossier(dossier, facts))
      await (to === 'find' ? navigate({ to: '/find' }) : navigate({ to: '/path', search: via ? { via } : {} }))
    } catch (error) {
      if (signal?.aborted) return
      if (!(error instanceof Refused)) throw error
      setRefused(error)
    } finally {
      setAsking(false)
    }
  }
  return (
    <>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <button
        type="button"
        className={isQuiet ? 'button quiet' : 'button'}
        aria-disabled={isAsking}
        onClick={() => {
          if (!isAsking) void take()
        }}
      >
        {isAsking ? t('shell.waiting') : label}
      </button>
    </>
  )
}

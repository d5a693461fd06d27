import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../../desk/client/ask.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { codeOf, endings, sendPaper, wrongWith } from '../../pages/firm/dossier/bring-paper.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import type { follow } from '../../words/ko/council-follow.ts'
import type { CouncilPaper } from './shapes.ts'

type Why = keyof (typeof follow)['paper']['why']

interface BringFileProps {
  /** Where it is sent. */
  path: string
  /** What it is attached to, for who hears the page. */
  to: string
  onBrought: (paper: CouncilPaper) => void
  /** What is taken has been said above. */
  isBrief?: boolean
}

/** One file at a time, looked at before it is sent. */
export function BringFile({ path, to, onBrought, isBrief = false }: BringFileProps) {
  const { t, i18n } = useTranslation()
  const [progress, setProgress] = useState<{ name: string; share: number }>()
  const [wrong, setWrong] = useState<{ name: string; why: Why }>()
  const [refused, setRefused] = useState<Refused>()
  const alert = useRef<HTMLParagraphElement>(null)
  const isWhy = (code: string): code is Why => i18n.exists(`follow.paper.why.${code}`)
  const tell = (name: string, why: Why) => {
    setWrong({ name, why })
    requestAnimationFrame(() => alert.current?.focus())
  }
  const take = async (file: File | undefined) => {
    if (!file || progress) return
    setWrong(undefined)
    setRefused(undefined)
    const { name } = file
    const seen = wrongWith(file)
    if (seen) return tell(name, seen)
    setProgress({ name, share: 0 })
    try {
      onBrought(await sendPaper<CouncilPaper>(path, { file, onProgress: share => setProgress({ name, share }) }))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const code = codeOf(error)
      if (code !== undefined && isWhy(code)) tell(name, code)
      else setRefused(error)
    } finally {
      setProgress(undefined)
    }
  }
  return (
    <div className="follow-bring no-print">
      <label className="button quiet file-choose" aria-disabled={progress !== undefined}>
        {t('follow.paper.add')}
        <span className="only-heard">
          : <WithKorean text={to} />
        </span>
        <input
          type="file"
          className="only-heard"
          accept={endings.map(ending => `.${ending}`).join(',')}
          onChange={event => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </label>
      {isBrief ? null : <small className="field-help">{t('follow.paper.help')}</small>}
      {progress ? (
        <p>
          {t('follow.paper.sending')} <span lang="ko">{progress.name}</span>{' '}
          <progress max={1} value={progress.share} aria-label={progress.name} />
        </p>
      ) : null}
      {wrong ? (
        <p ref={alert} role="alert" tabIndex={-1} className="field-wrong">
          <span lang="ko">{wrong.name}</span>: {t(`follow.paper.why.${wrong.why}`)}
        </p>
      ) : null}
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
    </div>
  )
}

import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTaking } from '../../desk/client/take-file.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { speakCouncilPapers } from '../../words/council-papers-words.ts'
import { useLanguage } from '../../words/use-language.ts'
import './papers-menu.css'

const formats = ['hwpx', 'docx', 'pdf', 'md'] as const
export const ofSession = ['agenda', 'minutes', 'follow-up', 'press'] as const
const audiences = ['council', 'everyone'] as const
const languages = ['ko', 'en'] as const

type Kind = (typeof ofSession)[number] | 'task'

interface PapersMenuProps {
  post: string
  /** Whose papers: a session's or a task's. */
  of: { readonly session: string } | { readonly task: string }
  /** Those that are offered, where not all of a session's are. */
  kinds?: readonly Kind[]
}

/** Papers by format, folded until somebody wants one. It brings its words along, so that any page may hold it. */
export function PapersMenu({ post, of, kinds = 'task' in of ? ['task'] : ofSession }: PapersMenuProps) {
  const { t } = useTranslation()
  const speaks = useSpoken()
  const [audience, setAudience] = useState<(typeof audiences)[number]>('council')
  const [language, setLanguage] = useState<(typeof languages)[number]>(useLanguage())
  const [taken, setTaken] = useState<string>()
  const { isSending, refused, take } = useTaking()
  const id = useId()
  if (!speaks) return null

  const place = 'task' in of ? `tasks/${of.task}` : `sessions/${of.session}`
  const fetchPaper = async (kind: Kind, format: string) => {
    if (isSending) return
    setTaken(undefined)
    const asked = new URLSearchParams({ format, lang: language, for: audience })
    setTaken(await take(`/api/posts/${post}/${place}/papers/${kind}?${asked}`))
  }
  return (
    <details className="papers-menu no-print">
      <summary>{t('councilPapers.title')}</summary>
      <div className="papers-menu-choice">
        <div className="field">
          <label htmlFor={`${id}-for`}>{t('councilPapers.for.label')}</label>
          <select
            id={`${id}-for`}
            className="entry"
            value={audience}
            onChange={event => setAudience(event.target.value as typeof audience)}
          >
            {audiences.map(one => (
              <option key={one} value={one}>
                {t(`councilPapers.for.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-language`}>{t('councilPapers.language.label')}</label>
          <select
            id={`${id}-language`}
            className="entry"
            value={language}
            onChange={event => setLanguage(event.target.value as typeof language)}
          >
            {languages.map(one => (
              <option key={one} value={one} lang={one}>
                {t(`councilPapers.language.${one}`)}
              </option>
            ))}
          </select>
        </div>
      </div>
      {kinds.includes('press') ? <p className="field-help">{t('councilPapers.for.press')}</p> : null}
      <ul className="papers-menu-list">
        {kinds.map(kind => {
          const paper = t(`councilPapers.kinds.${kind}`)
          return (
            <li key={kind}>
              <span>{paper}</span>
              <span className="row">
                {formats.map(one => {
                  const format = t(`councilPapers.formats.${one}`)
                  return (
                    <button
                      key={one}
                      type="button"
                      className="button quiet"
                      aria-label={t('councilPapers.of', { paper, format })}
                      aria-disabled={isSending}
                      onClick={() => void fetchPaper(kind, one)}
                    >
                      {format}
                    </button>
                  )
                })}
              </span>
            </li>
          )
        })}
      </ul>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <p role="status" className={taken || isSending ? 'case-told' : 'only-heard'}>
        {isSending ? t('councilPapers.making') : taken ? t('councilPapers.taken', { name: taken }) : null}
      </p>
    </details>
  )
}

function useSpoken(): boolean {
  const [speaks, setSpeaks] = useState(false)
  useEffect(() => {
    void speakCouncilPapers().then(() => setSpeaks(true))
  }, [])
  return speaks
}

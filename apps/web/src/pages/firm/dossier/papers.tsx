import { sayShortDay } from '@ieum/wording'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../../../desk/client/ask.ts'
import { useChange } from '../../../desk/client/use-change.ts'
import { RefusedText } from '../../../desk/refused-text.tsx'
import type { firm as words } from '../../../words/ko/firm.ts'
import { useLanguage } from '../../../words/use-language.ts'
import { ofFirm } from '../client/of-firm.ts'
import type { DossierPaper } from '../client/shapes.ts'
import { bringPaper, codeOf, endings, wrongWith } from './bring-paper.ts'
import type { DossierPartProps } from './part-props.ts'

const kinds = [
  'business-registration',
  'corporate-register',
  'financial-statement',
  'tax-clearance',
  'employee-list',
  'factory-registration',
  'certificate',
  'patent',
  'business-plan',
  'other',
] as const

type Why = keyof (typeof words)['papers']['why']
const isWhy = (code: string | undefined, has: (key: string) => boolean): code is Why =>
  code !== undefined && has(`firm.papers.why.${code}`)

/** Papers: brought once, handed on one by one and only by consent. */
export function Papers({ firm, dossier, onChanged }: DossierPartProps) {
  const { t, i18n } = useTranslation()
  const [kind, setKind] = useState<string>(kinds[0])
  const [progress, setProgress] = useState<{ name: string; share: number }>()
  const [wrong, setWrong] = useState<{ name: string; why: Why }>()
  const [refused, setRefused] = useState<Refused>()
  const removing = useChange<object>()
  const heading = useRef<HTMLHeadingElement>(null)
  const alert = useRef<HTMLParagraphElement>(null)

  const refuse = (name: string, why: Why) => {
    setWrong({ name, why })
    requestAnimationFrame(() => alert.current?.focus())
  }
  const take = async (file: File | undefined) => {
    if (!file || progress) return
    setWrong(undefined)
    setRefused(undefined)
    const already = wrongWith(file)
    if (already) return refuse(file.name, already)
    setProgress({ name: file.name, share: 0 })
    try {
      await bringPaper(firm, { kind, file, onProgress: share => setProgress({ name: file.name, share }) })
      onChanged(t('firm.papers.brought', { name: file.name }))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const code = error.status === 413 ? 'too-large' : error.status === 409 ? 'no-room' : codeOf(error)
      if (isWhy(code, key => i18n.exists(key))) refuse(file.name, code)
      else setRefused(error)
    } finally {
      setProgress(undefined)
    }
  }
  const remove = async ({ id, name }: DossierPaper) => {
    if (removing.isSending || !(await removing.send(ofFirm(firm).paper(id), undefined, 'DELETE'))) return
    heading.current?.focus()
    onChanged(t('firm.papers.removed', { name }))
  }

  return (
    <section className="firm-section" aria-labelledby="papers-title">
      <h2 id="papers-title" ref={heading} tabIndex={-1}>
        {t('firm.papers.title')}
      </h2>
      <p>{t('firm.papers.lead')}</p>
      {removing.refused ? <RefusedText refused={removing.refused} takesFocus /> : null}
      {dossier.papers.length === 0 ? <p className="firm-nothing">{t('firm.papers.none')}</p> : null}
      <ul className="dossier-facts">
        {dossier.papers.map(paper => (
          <Paper key={paper.id} firm={firm} paper={paper} onRemove={() => void remove(paper)} />
        ))}
      </ul>
      <div className="dossier-add no-print">
        <div className="field">
          <label htmlFor="paper-kind">{t('firm.papers.kindField')}</label>
          <select id="paper-kind" className="entry" value={kind} onChange={event => setKind(event.target.value)}>
            {kinds.map(one => (
              <option key={one} value={one}>
                {t(`firm.papers.kind.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <label className="button quiet file-choose" aria-disabled={progress !== undefined}>
          {t('firm.papers.choose')}
          <input
            type="file"
            className="only-heard"
            accept={endings.map(ending => `.${ending}`).join(',')}
            aria-describedby="papers-help"
            onChange={event => {
              void take(event.target.files?.[0])
              event.target.value = ''
            }}
          />
        </label>
      </div>
      <p id="papers-help" className="field-help">
        {t('firm.papers.help')}
      </p>
      {progress ? (
        <p className="papers-progress">
          <label htmlFor="paper-progress">
            {t('firm.papers.bringing')} <span lang="ko">{progress.name}</span>
          </label>
          <progress id="paper-progress" max={1} value={progress.share} />
        </p>
      ) : null}
      {wrong ? (
        <p ref={alert} role="alert" tabIndex={-1} className="field-wrong">
          <span lang="ko">{wrong.name}</span>: {t(`firm.papers.why.${wrong.why}`)}
        </p>
      ) : null}
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
    </section>
  )
}

function Paper({ firm, paper, onRemove }: { firm: string; paper: DossierPaper; onRemove: () => void }) {
  const { t, i18n } = useTranslation()
  const language = useLanguage()
  const { id, kind, name, bytes, state, checkedBy, refusedBecause, uploadedAt } = paper
  const known = kinds.find(one => one === kind)
  const why = refusedBecause ?? undefined
  return (
    <li className="dossier-fact">
      <div className="dossier-said">
        <span className="dossier-name">{known ? t(`firm.papers.kind.${known}`) : kind}</span>
        <span lang="ko">
          {state === 'clean' ? (
            <a href={ofFirm(firm).paperContent(id)} download={name}>
              {name}
            </a>
          ) : (
            name
          )}
        </span>
        <span className="dossier-source">
          {sayBytes(bytes)} · {sayShortDay(uploadedAt.slice(0, 10), language)} ·{' '}
          {state === 'clean'
            ? t(checkedBy === 'clamav' ? 'firm.papers.scanned' : 'firm.papers.looked')
            : t(`firm.papers.state.${state}`)}
          {state === 'refused' && isWhy(why, key => i18n.exists(key)) ? ` — ${t(`firm.papers.why.${why}`)}` : null}
        </span>
      </div>
      <div className="dossier-moves no-print">
        <button type="button" className="plain-button" onClick={onRemove}>
          {t('firm.papers.remove')}
          <span className="only-heard" lang="ko">
            {' '}
            {name}
          </span>
        </button>
      </div>
    </li>
  )
}

const sayBytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`

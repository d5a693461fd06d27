import type { PaperNotRead } from '@ieum/wording/papers/doubts'
import { sayPaperNotRead } from '@ieum/wording/papers/doubts'
import { getRouteApi } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../../desk/client/ask.ts'
import { DeskPage } from '../../desk/desk-page.tsx'
import { RefusedText } from '../../desk/refused-text.tsx'
import { RulebookBoundary } from '../../rulebook/rulebook-boundary.tsx'
import { speakCouncilImport } from '../../words/council-import-words.ts'
import { useLanguage } from '../../words/use-language.ts'
import { AcceptingForm } from './accepting-form.tsx'
import { type PaperRead, readPaper } from './read-paper.ts'
import './import.css'

await speakCouncilImport()

const route = getRouteApi('/desk/$post/councils/$council/import')

/** The paper of a session is brought, gone through field by field, and becomes a planned session as far as a person says yes. */
export function ImportPage() {
  const { t } = useTranslation()
  const { post, council } = route.useParams()
  return (
    <DeskPage post={post} title={t('councilImport.title')} lead={<p>{t('councilImport.lead')}</p>}>
      {({ role }) =>
        role === 'secretary' ? (
          <RulebookBoundary>
            <Import post={post} council={council} />
          </RulebookBoundary>
        ) : (
          <p className="desk-nothing">{t('councilImport.notYours')}</p>
        )
      }
    </DeskPage>
  )
}

interface Brought {
  readonly file: string
  readonly read: PaperRead
}

function Import({ post, council }: { post: string; council: string }) {
  const { t } = useTranslation()
  const [brought, setBrought] = useState<Brought>()
  const start = () => setBrought(undefined)
  if (!brought) return <Bring post={post} council={council} onRead={setBrought} />
  return (
    <>
      <p className="row">
        <button type="button" className="button quiet" onClick={start}>
          {t('councilImport.another')}
        </button>
      </p>
      <AcceptingForm post={post} council={council} {...brought} />
    </>
  )
}

interface BringProps {
  post: string
  council: string
  onRead: (brought: Brought) => void
}

function Bring({ post, council, onRead }: BringProps) {
  const { t } = useTranslation()
  const file = useRef<HTMLInputElement>(null)
  const [isReading, setReading] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const [isMissing, setMissing] = useState(false)
  const [refused, setRefused] = useState<Refused>()

  const bring = async (event: FormEvent) => {
    event.preventDefault()
    const given = file.current?.files?.[0]
    setMissing(!given)
    setRefused(undefined)
    if (!given) return file.current?.focus()
    if (isReading) return
    setReading(true)
    const read = await readPaper(post, council, given)
    setReading(false)
    if (read instanceof Refused) setRefused(read)
    else onRead({ file: given.name, read })
  }

  return (
    <form onSubmit={bring} noValidate className="paper-bring">
      {refused ? <NotRead refused={refused} /> : null}
      <div className="field">
        <label htmlFor="paper-file">{t('councilImport.file')}</label>
        <p className="field-help" id="paper-file-help">
          {t('councilImport.fileHelp')}
        </p>
        {isMissing ? (
          <p className="field-wrong" id="paper-file-wrong" role="alert">
            {t('councilImport.noFile')}
          </p>
        ) : null}
        <p className="paper-file">
          <label className="button quiet file-choose">
            {t('councilImport.choose')}
            <input
              id="paper-file"
              ref={file}
              type="file"
              className="only-heard"
              accept=".hwpx,.hwp,.docx,.pdf,.txt"
              aria-describedby={isMissing ? 'paper-file-help paper-file-wrong' : 'paper-file-help'}
              aria-invalid={isMissing || undefined}
              onChange={({ target }) => setChosen(target.files?.[0]?.name)}
            />
          </label>
          {chosen === undefined ? t('councilImport.noneChosen') : <span lang="ko">{chosen}</span>}
        </p>
      </div>
      <button type="submit" className="button" aria-disabled={isReading || undefined}>
        {t(isReading ? 'councilImport.reading' : 'councilImport.read')}
      </button>
      <p role="status" className="only-heard">
        {isReading ? t('councilImport.reading') : ''}
      </p>
    </form>
  )
}

/** Why a file was not read is said here, in words of this page; anything else as everywhere. */
function NotRead({ refused }: { refused: Refused }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refused) box.current?.focus()
  }, [refused])
  const why = refused.fields.find(({ field }) => field === '/body')?.wrong.split(':', 1)[0]
  if (why === undefined) return <RefusedText refused={refused} takesFocus />
  return (
    <div role="alert" className="desk-refused" ref={box} tabIndex={-1}>
      <p>
        <strong>{t('councilImport.notRead')}</strong> {sayPaperNotRead(why as PaperNotRead, language)}.{' '}
        {t('councilImport.notReadNext')}
      </p>
    </div>
  )
}

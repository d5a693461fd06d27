import { getRouteApi, Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ofPost } from '../client/paths.ts'
import type { Drafted } from '../client/shapes.ts'
import { useChange } from '../client/use-change.ts'
import { DeskPage } from '../desk-page.tsx'
import { RefusedText } from '../refused-text.tsx'
import { CandidateRows } from './candidate-rows.tsx'
import { CandidatesAsked, type CandidatesFound } from './candidates-asked.tsx'
import { Done } from './done.tsx'

const route = getRouteApi('/desk/$post/new')

/** Draws up one referral: the link, the firm, and what it is for. */
export function DraftPage() {
  const { t } = useTranslation()
  const { post } = route.useParams()
  const [drafted, setDrafted] = useState<Drafted>()
  return (
    <DeskPage post={post} title={t('desk.draft.title')} lead={<p>{t('desk.draft.lead')}</p>}>
      {capacity =>
        drafted ? (
          <Done text={t('desk.draft.done', { number: drafted.number })}>
            <Link to="/desk/$post/cases/$referral" params={{ post, referral: drafted.referral }} className="button">
              {t('desk.draft.toCase')}
            </Link>
            <button type="button" className="button quiet" onClick={() => setDrafted(undefined)}>
              {t('desk.draft.another')}
            </button>
          </Done>
        ) : (
          <CandidatesAsked capacity={capacity}>
            {found => (
              <DraftForm
                key={`${found.link.id} ${found.from} ${found.to}`}
                post={post}
                asked={found}
                onDone={setDrafted}
              />
            )}
          </CandidatesAsked>
        )
      }
    </DeskPage>
  )
}

interface DraftFormProps {
  post: string
  asked: CandidatesFound
  onDone: (drafted: Drafted) => void
}

function DraftForm({ post, asked: { link, found }, onDone }: DraftFormProps) {
  const { t } = useTranslation()
  const [firm, setFirm] = useState<string>()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { isSending, refused, send } = useChange<Drafted>()

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setMissing(!firm)
    if (!firm) return
    const drafted = await send(ofPost(post).draft, { agreement: link.id, firm, reason: reason.trim() })
    if (drafted) onDone(drafted)
  }
  return (
    <form className="desk-form" onSubmit={event => void submit(event)}>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      {isMissing && !firm ? (
        <p className="field-wrong" role="alert">
          {t('desk.draft.chooseFirm')}
        </p>
      ) : null}
      <CandidateRows found={found} kind="radio" chosen={new Set(firm ? [firm] : [])} onChoose={one => setFirm(one)} />
      {found.candidates.length > 0 ? (
        <>
          <ReasonField value={reason} onChange={setReason} />
          <button type="submit" className="button" aria-disabled={isSending}>
            {t(isSending ? 'desk.sending' : 'desk.draft.send')}
          </button>
        </>
      ) : null}
    </form>
  )
}

export function ReasonField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation()
  return (
    <div className="field">
      <label htmlFor="draft-reason">{t('desk.draft.reason')}</label>
      <textarea
        id="draft-reason"
        className="entry"
        rows={2}
        required
        minLength={2}
        maxLength={500}
        aria-describedby="draft-reason-help"
        value={value}
        onChange={event => onChange(event.target.value)}
      />
      <p id="draft-reason-help" className="field-help">
        {t('desk.draft.reasonHelp')}
      </p>
    </div>
  )
}

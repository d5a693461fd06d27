import { may } from '@ieum/desk'
import { getRouteApi } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ofPost } from '../client/paths.ts'
import type { Batch, PostCapacity } from '../client/shapes.ts'
import { useAsked } from '../client/use-asked.ts'
import { useChange } from '../client/use-change.ts'
import { DeskPage } from '../desk-page.tsx'
import { RefusedText } from '../refused-text.tsx'
import { BatchRow } from './batch-row.tsx'
import { CandidateRows } from './candidate-rows.tsx'
import { CandidatesAsked, type CandidatesFound } from './candidates-asked.tsx'
import { Done } from './done.tsx'
import { ReasonField } from './draft-page.tsx'

const route = getRouteApi('/desk/$post/batches')

/** Everyone who came to an outcome in some months, handed on together: one proposes, another approves, each firm is asked. */
export function BatchesPage() {
  const { t } = useTranslation()
  const { post } = route.useParams()
  return (
    <DeskPage post={post} title={t('desk.batches.title')} lead={<p>{t('desk.batches.lead')}</p>}>
      {capacity => <Batches capacity={capacity} />}
    </DeskPage>
  )
}

function Batches({ capacity }: { capacity: PostCapacity }) {
  const { t } = useTranslation()
  const { post, role } = capacity
  const { value, refused, again } = useAsked<{ batches: readonly Batch[] }>(ofPost(post).batches)
  const [isProposing, setProposing] = useState(false)
  const [proposed, setProposed] = useState<number>()
  return (
    <>
      {proposed !== undefined ? <Done text={t('desk.batches.proposed', { count: proposed })} /> : null}
      {may(role, 'propose batch', 'none') && !isProposing ? (
        <p className="row">
          <button
            type="button"
            className="button"
            onClick={() => {
              setProposed(undefined)
              setProposing(true)
            }}
          >
            {t('desk.batches.propose')}
          </button>
        </p>
      ) : null}
      {isProposing ? (
        <section className="desk-proposing" aria-label={t('desk.batches.propose')}>
          <CandidatesAsked capacity={capacity}>
            {found => (
              <BatchForm
                key={`${found.link.id} ${found.from} ${found.to}`}
                post={post}
                asked={found}
                onDone={firms => {
                  setProposing(false)
                  setProposed(firms)
                  again()
                }}
              />
            )}
          </CandidatesAsked>
          <button type="button" className="plain-button" onClick={() => setProposing(false)}>
            {t('desk.leave')}
          </button>
        </section>
      ) : null}
      <section className="case-section">
        <h2>{t('desk.batches.all')}</h2>
        {refused ? <RefusedText refused={refused} again={again} /> : null}
        {value && value.batches.length === 0 ? <p className="desk-nothing">{t('desk.batches.none')}</p> : null}
        {value && value.batches.length > 0 ? (
          <ul className="desk-batches">
            {value.batches.map(batch => (
              <BatchRow
                key={batch.id}
                batch={batch}
                post={post}
                mayDecide={may(role, 'approve batch', 'none')}
                onChanged={again}
              />
            ))}
          </ul>
        ) : null}
      </section>
    </>
  )
}

interface BatchFormProps {
  post: string
  asked: CandidatesFound
  onDone: (firms: number) => void
}

function BatchForm({ post, asked: { link, from, to, found }, onDone }: BatchFormProps) {
  const { t } = useTranslation()
  const possible = found.candidates.filter(({ verdict }) => verdict !== 'not-eligible')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(possible.map(({ firm }) => firm)))
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { isSending, refused, send } = useChange<{ batch: string; firms: number }>()

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setMissing(chosen.size === 0)
    if (chosen.size === 0) return
    const done = await send(ofPost(post).batches, {
      agreement: link.id,
      from,
      to,
      name: name.trim(),
      reason: reason.trim(),
      firms: [...chosen],
    })
    if (done) onDone(done.firms)
  }
  return (
    <form className="desk-form" onSubmit={event => void submit(event)}>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      {isMissing && chosen.size === 0 ? (
        <p className="field-wrong" role="alert">
          {t('desk.draft.chooseFirms')}
        </p>
      ) : null}
      <CandidateRows
        found={found}
        kind="checkbox"
        chosen={chosen}
        onChoose={(firm, isChosen) => {
          const next = new Set(chosen)
          if (isChosen) next.add(firm)
          else next.delete(firm)
          setChosen(next)
        }}
      />
      {possible.length > 0 ? (
        <>
          <div className="field">
            <label htmlFor="batch-name">{t('desk.batches.name')}</label>
            <input
              id="batch-name"
              className="entry"
              required
              maxLength={200}
              value={name}
              onChange={event => setName(event.target.value)}
            />
          </div>
          <ReasonField value={reason} onChange={setReason} />
          <button type="submit" className="button" aria-disabled={isSending}>
            {isSending ? t('desk.sending') : t('desk.batches.send', { count: chosen.size })}
          </button>
        </>
      ) : null}
    </form>
  )
}

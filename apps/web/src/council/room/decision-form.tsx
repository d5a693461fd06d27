import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { ActionFields } from './action-fields.tsx'
import { type DecisionDraft, type DraftFault, emptyAction, emptyDraft, faultsOf, wordsOf } from './decision-draft.ts'
import { Fault } from './fault.tsx'
import { HowDecided } from './how-decided.tsx'
import { replaceable } from './replaceable.ts'
import type { AgendaItem, Room, RoomTask } from './shapes.ts'
import { SupersedesField } from './supersedes-field.tsx'
import type { RoomInHand } from './use-room.ts'
import { WhatBecomes } from './what-becomes.tsx'

interface DecisionFormProps {
  room: Room
  item: AgendaItem
  task: RoomTask | undefined
  hand: RoomInHand
  draft: DecisionDraft
  onDraft: (draft: DecisionDraft) => void
  onTaken: () => void
}

/** A decision is worded once: what it says, how it was taken, what becomes of the task, and who does what by when. */
export function DecisionForm({ room, item, task, hand, draft, onDraft, onTaken }: DecisionFormProps) {
  const { t } = useTranslation()
  const on = useOn()
  const [faults, setFaults] = useState<readonly DraftFault[]>([])
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (faults.length > 0) summary.current?.focus()
  }, [faults])
  const present = room.attendance.filter(({ state }) => state === 'present').length
  const change = (part: Partial<DecisionDraft>) => onDraft({ ...draft, ...part })
  const choices = replaceable(hand.told ?? room, room, item.task)

  const take = (event?: FormEvent) => {
    event?.preventDefault()
    const found = faultsOf(draft, { on, present, choices })
    setFaults(found)
    if (found.length > 0) return
    hand.capture({ is: 'decision', item: item.id, decision: wordsOf(draft, item) })
    onDraft(emptyDraft)
    onTaken()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    take()
  }
  return (
    <form className="room-decide" onSubmit={take} onKeyDown={press} noValidate>
      {faults.length > 0 ? (
        <div role="alert" className="desk-refused" ref={summary} tabIndex={-1}>
          <p>
            <strong>{t('councilRoom.room.fault.summary')}</strong>
          </p>
        </div>
      ) : null}
      <div className="field">
        <label htmlFor="room-decision">{t('councilRoom.room.decisionText')}</label>
        <textarea
          id="room-decision"
          className="entry"
          rows={2}
          maxLength={10_000}
          aria-invalid={faults.includes('text')}
          value={draft.text}
          onChange={({ target }) => change({ text: target.value })}
        />
        <Fault shown={faults.includes('text')}>{t('councilRoom.room.fault.text')}</Fault>
      </div>
      <SupersedesField choices={choices} value={draft.supersedes} onChange={id => change({ supersedes: id })} />
      <HowDecided draft={draft} present={present} isFaulty={faults.includes('votes')} onChange={change} />
      {task ? <WhatBecomes draft={draft} task={task} isFaulty={faults.includes('reason')} onChange={change} /> : null}
      {draft.actions.map((action, index) => (
        <ActionFields
          // biome-ignore lint/suspicious/noArrayIndexKey: an action that is being written is known by its place alone
          key={index}
          number={index + 1}
          action={action}
          posts={room.posts}
          isFaulty={faults.includes(`action ${index}`)}
          on={on}
          onChange={next => change({ actions: draft.actions.map((one, at) => (at === index ? next : one)) })}
          onRemove={() => change({ actions: draft.actions.filter((_, at) => at !== index) })}
        />
      ))}
      <p className="row">
        <button type="submit" className="button">
          {t('councilRoom.room.take')}{' '}
          <span className="key" aria-hidden="true">
            Ctrl+Enter
          </span>
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => change({ actions: [...draft.actions, emptyAction] })}
        >
          {t('councilRoom.room.addAction')}
        </button>
        {draft === emptyDraft ? null : (
          <button type="button" className="plain-button" onClick={() => onDraft(emptyDraft)}>
            {t('councilRoom.room.clear')}
          </button>
        )}
      </p>
      <p className="field-help">{t('councilRoom.room.takeWarning')}</p>
    </form>
  )
}

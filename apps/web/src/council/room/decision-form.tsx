import { addDays } from '@ieum/catalogue/days'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { ProgrammePicker } from '../../parts/programme-picker.tsx'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import { type DecisionDraft, type DraftFault, emptyAction, emptyDraft, faultsOf, wordsOf } from './decision-draft.ts'
import type { ActionAsks, ActionWords } from './queue.ts'
import type { AgendaItem, Post, Room, RoomTask } from './shapes.ts'
import type { RoomInHand } from './use-room.ts'

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

  const take = (event?: FormEvent) => {
    event?.preventDefault()
    const found = faultsOf(draft, { on, present })
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
      <fieldset>
        <legend className="field-label">{t('councilRoom.room.how')}</legend>
        <div className="room-choices">
          {[false, true].map(isCounted => (
            <label key={String(isCounted)} className="choice">
              <input
                type="radio"
                name="room-how"
                checked={draft.isCounted === isCounted}
                onChange={() => change({ isCounted })}
              />
              {t(isCounted ? 'councilRoom.room.counted' : 'councilRoom.room.withoutObjection')}
            </label>
          ))}
          {draft.isCounted
            ? (['for', 'against', 'abstained'] as const).map(side => (
                <label key={side} className="room-hands">
                  {t(`councilRoom.room.${side}`)}
                  <input
                    className="entry"
                    inputMode="numeric"
                    maxLength={3}
                    aria-invalid={faults.includes('votes')}
                    value={draft.votes[side]}
                    onChange={({ target }) => change({ votes: { ...draft.votes, [side]: target.value } })}
                  />
                </label>
              ))
            : null}
        </div>
        <Fault shown={faults.includes('votes')}>{t('councilRoom.room.fault.votes', { present })}</Fault>
      </fieldset>
      {task && task.moves.length > 0 ? (
        <div className="room-becomes">
          <div className="field">
            <label htmlFor="room-becomes">{t('councilRoom.room.becomes')}</label>
            <select
              id="room-becomes"
              className="entry"
              value={draft.move}
              onChange={({ target }) => change({ move: target.value as DecisionDraft['move'] })}
            >
              <option value="">{t('councilRoom.room.becomesNothing')}</option>
              {task.moves.map(move => (
                <option key={move} value={move}>
                  {t(`councilRoom.room.${move}`)}
                </option>
              ))}
            </select>
          </div>
          {draft.move === 'stop' ? (
            <div className="field">
              <label htmlFor="room-reason">{t('councilRoom.room.stopReason')}</label>
              <input
                id="room-reason"
                className="entry"
                maxLength={2_000}
                aria-invalid={faults.includes('reason')}
                value={draft.reason}
                onChange={({ target }) => change({ reason: target.value })}
              />
              <Fault shown={faults.includes('reason')}>{t('councilRoom.room.fault.reason')}</Fault>
            </div>
          ) : null}
        </div>
      ) : null}
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

function Fault({ shown, children }: { shown: boolean; children: string }) {
  return shown ? <p className="field-wrong">{children}</p> : null
}

interface ActionFieldsProps {
  number: number
  action: ActionWords
  posts: readonly Post[]
  isFaulty: boolean
  on: string
  onChange: (action: ActionWords) => void
  onRemove: () => void
}

function ActionFields({ number, action, posts, isFaulty, on, onChange, onRemove }: ActionFieldsProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const language = useLanguage()
  const agencyName = useAgencyName()
  const agencies = [...new Set(posts.map(({ agency }) => agency))]
  const id = (field: string) => `room-action-${number}-${field}`
  const change = (part: Partial<ActionWords>) => onChange({ ...action, ...part })
  return (
    <fieldset className="room-action">
      <legend className="field-label">{t('councilRoom.room.action', { number })}</legend>
      <div className="field">
        <label htmlFor={id('title')}>{t('councilRoom.room.actionTitle')}</label>
        <input
          id={id('title')}
          className="entry"
          maxLength={300}
          value={action.title}
          onChange={({ target }) => change({ title: target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={id('owner')}>{t('councilRoom.room.owner')}</label>
        <select
          id={id('owner')}
          className="entry"
          value={action.ownerPost}
          onChange={({ target }) => change({ ownerPost: target.value })}
        >
          <option value="">{t('councilRoom.room.chooseOwner')}</option>
          {agencies.map(agency => (
            <optgroup key={agency} label={agencyName(agency)}>
              {posts
                .filter(post => post.agency === agency)
                .map(({ id: post, name }) => (
                  <option key={post} value={post} {...(language === 'en' && !name.en && { lang: 'ko' })}>
                    {said({ ko: name.ko, en: name.en ?? name.ko })}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={id('due')}>{t('councilRoom.room.due')}</label>
        <input
          id={id('due')}
          className="entry"
          type="date"
          min={addDays(on, 1)}
          value={action.due}
          onChange={({ target }) => change({ due: target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={id('proof')}>{t('councilRoom.room.proof')}</label>
        <input
          id={id('proof')}
          className="entry"
          maxLength={300}
          value={action.proofWanted}
          onChange={({ target }) => change({ proofWanted: target.value })}
        />
      </div>
      <AsksFields id={id} asks={action.asks} onChange={asks => onChange(withAsks(action, asks))} />
      <Fault shown={isFaulty}>{t('councilRoom.room.fault.action')}</Fault>
      <button type="button" className="plain-button" onClick={onRemove}>
        {t('councilRoom.room.removeAction', { number })}
      </button>
    </fieldset>
  )
}

const withAsks = ({ asks: _before, ...action }: ActionWords, asks: ActionAsks | undefined): ActionWords => ({
  ...action,
  ...(asks && { asks }),
})

const nothingAsked: Readonly<Record<ActionAsks['is'], ActionAsks>> = {
  link: { is: 'link', fromProgramme: '', toProgramme: '' },
  'programme change': { is: 'programme change', programme: '', change: '' },
  study: { is: 'study' },
}

interface AsksFieldsProps {
  id: (field: string) => string
  asks: ActionAsks | undefined
  onChange: (asks: ActionAsks | undefined) => void
}

/** What an action asks for beyond a report: a link to be drawn up, a change of a programme, a study. */
function AsksFields({ id, asks, onChange }: AsksFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <div className="field">
        <label htmlFor={id('asks')}>{t('councilRoom.room.asks.title')}</label>
        <select
          id={id('asks')}
          className="entry"
          value={asks?.is ?? ''}
          onChange={({ target }) => onChange(target.value ? nothingAsked[target.value as ActionAsks['is']] : undefined)}
        >
          <option value="">{t('councilRoom.room.asks.report')}</option>
          {(Object.keys(nothingAsked) as ActionAsks['is'][]).map(is => (
            <option key={is} value={is}>
              {t(`councilRoom.room.asks.${is}`)}
            </option>
          ))}
        </select>
      </div>
      {asks?.is === 'link' ? (
        <>
          <ProgrammeField
            id={id('from')}
            label={t('councilRoom.room.asks.from')}
            value={asks.fromProgramme}
            onChange={programme => onChange({ ...asks, fromProgramme: programme })}
          />
          <ProgrammeField
            id={id('to')}
            label={t('councilRoom.room.asks.to')}
            value={asks.toProgramme}
            onChange={programme => onChange({ ...asks, toProgramme: programme })}
          />
        </>
      ) : null}
      {asks?.is === 'programme change' ? (
        <>
          <ProgrammeField
            id={id('programme')}
            label={t('councilRoom.room.asks.programme')}
            value={asks.programme}
            onChange={programme => onChange({ ...asks, programme: programme })}
          />
          <div className="field">
            <label htmlFor={id('change')}>{t('councilRoom.room.asks.change')}</label>
            <textarea
              id={id('change')}
              className="entry"
              rows={2}
              maxLength={10_000}
              value={asks.change}
              onChange={({ target }) => onChange({ ...asks, change: target.value })}
            />
          </div>
        </>
      ) : null}
    </>
  )
}

interface ProgrammeFieldProps {
  id: string
  label: string
  /** Empty: none is chosen yet. */
  value: string
  onChange: (programme: string) => void
}

function ProgrammeField({ id, label, value, onChange }: ProgrammeFieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <ProgrammePicker
        id={id}
        label={label}
        value={value || undefined}
        onChange={(programme = '') => onChange(programme)}
      />
    </div>
  )
}

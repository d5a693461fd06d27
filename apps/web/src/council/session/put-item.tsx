import { isTaskOver, type TaskState } from '@ieum/council'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsked } from '../../desk/client/use-asked.ts'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { goInto, useFormInPlace } from '../../parts/use-form-in-place.ts'
import { useLanguage } from '../../words/use-language.ts'
import { roomOf } from '../room/requests.ts'
import type { Said } from '../said.ts'
import { ItemFields } from './item-form.tsx'
import type { SessionPartProps } from './session-part-props.ts'

const kinds = ['task', 'report', 'other', 'opening', 'closing'] as const

/** A task, a report or something else is put at the end of the agenda. */
export function PutItem({ room, capacity, onDone, onChanged }: SessionPartProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const to = roomOf(capacity.post, room.id)
  const { isOpen, opener, open, leave } = useFormInPlace()
  const [kind, setKind] = useState<(typeof kinds)[number]>('task')
  const [task, setTask] = useState('')
  const { send, refused, isSending } = useChange<{ item: string }>()
  const council = useAsked<{
    tasks: readonly { readonly id: string; readonly code: string; readonly title: Said; readonly state: TaskState }[]
  }>(isOpen ? to.council(room.council.id) : undefined)
  if (!isOpen)
    return (
      <p className="row">
        <button ref={opener} type="button" className="button quiet" onClick={open}>
          {t('councilRoom.session.put')}
        </button>
      </p>
    )
  const isThere = new Set(room.items.map(item => item.task))
  const tasks = (council.value?.tasks ?? []).filter(({ id, state }) => !isThere.has(id) && !isTaskOver(state))
  const chosen = tasks.find(({ id }) => id === task)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (name: string) => String(given.get(name) ?? '').trim()
    const proposal = text('proposal')
    const done = await send(to.items, {
      kind,
      title: text('title'),
      minutes: Number(text('minutes')),
      ...(kind === 'task' && { task }),
      ...(proposal !== '' && { proposal }),
    })
    if (!done) return onChanged()
    leave()
    setTask('')
    onDone(t('councilRoom.session.saved'), 'stays')
  }
  return (
    <form ref={goInto} className="case-form" onSubmit={event => void submit(event)}>
      <h3>{t('councilRoom.session.put')}</h3>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <div className="field">
        <label htmlFor="put-kind">{t('councilRoom.session.kind')}</label>
        <select
          id="put-kind"
          className="entry"
          value={kind}
          onChange={({ target }) => setKind(target.value as (typeof kinds)[number])}
        >
          {kinds.map(one => (
            <option key={one} value={one}>
              {t(`councilRoom.kinds.${one}`)}
            </option>
          ))}
        </select>
      </div>
      {kind === 'task' ? (
        <div className="field">
          <label htmlFor="put-task">{t('councilRoom.session.task')}</label>
          <select
            id="put-task"
            className="entry"
            required
            value={task}
            onChange={({ target }) => setTask(target.value)}
          >
            <option value="">{t('councilRoom.session.chooseTask')}</option>
            {tasks.map(({ id, code, title }) => (
              <option key={id} value={id} {...(language === 'en' && !title.en && { lang: 'ko' })}>
                {code} · {(language === 'en' && title.en) || title.ko}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <ItemFields id="put" title={kind === 'task' ? (chosen?.title.ko ?? '') : ''} minutes={10} proposal="" />
      <p className="row">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t('councilRoom.session.putIt')}
        </button>
        <button type="button" className="button quiet" onClick={leave}>
          {t('councilRoom.session.cancel')}
        </button>
      </p>
    </form>
  )
}

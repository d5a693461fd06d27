import type { FormEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { roomOf } from '../room/requests.ts'
import type { AgendaItem } from '../room/shapes.ts'
import type { SessionPartProps } from './session-part-props.ts'

interface ItemFormProps {
  ref: Ref<HTMLFormElement>
  item: AgendaItem
  part: SessionPartProps
  onLeave: () => void
}

/** An item is worded anew, or given more or less time. */
export function ItemForm({ ref, item, part, onLeave }: ItemFormProps) {
  const { t } = useTranslation()
  const { room, capacity, onDone, onChanged } = part
  const { send, refused } = useChange<{ changed: number }>()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (name: string) => String(given.get(name) ?? '').trim()
    const [title, proposal, minutes] = [text('title'), text('proposal'), Number(text('minutes'))]
    const done = await send(
      roomOf(capacity.post, room.id).item(item.id),
      {
        changed: item.changed,
        ...(title !== item.title.ko && { title }),
        ...(minutes !== item.minutes && { minutes }),
        ...(proposal !== '' && proposal !== item.proposal && { proposal }),
      },
      'PATCH',
    )
    if (!done) return onChanged()
    onLeave()
    onDone(t('councilRoom.session.saved'), 'stays')
  }
  return (
    <form ref={ref} className="case-form" onSubmit={event => void submit(event)}>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <ItemFields id={item.id} title={item.title.ko} minutes={item.minutes} proposal={item.proposal ?? ''} />
      <p className="row">
        <button type="submit" className="button">
          {t('councilRoom.session.save')}
        </button>
        <button type="button" className="button quiet" onClick={onLeave}>
          {t('councilRoom.session.cancel')}
        </button>
      </p>
    </form>
  )
}

interface ItemFieldsProps {
  id: string
  title: string
  minutes: number
  proposal: string
}

export function ItemFields({ id, title, minutes, proposal }: ItemFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-title`}>{t('councilRoom.session.itemTitle')}</label>
        <input
          id={`${id}-title`}
          key={title}
          name="title"
          pattern="\s*\S.*"
          className="entry"
          required
          maxLength={300}
          defaultValue={title}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-minutes`}>{t('councilRoom.session.itemMinutes')}</label>
        <input
          id={`${id}-minutes`}
          name="minutes"
          className="entry term-number"
          type="number"
          required
          min={1}
          max={600}
          defaultValue={minutes}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-proposal`}>{t('councilRoom.session.itemProposal')}</label>
        <textarea
          id={`${id}-proposal`}
          name="proposal"
          className="entry"
          rows={3}
          maxLength={10_000}
          defaultValue={proposal}
        />
      </div>
    </>
  )
}

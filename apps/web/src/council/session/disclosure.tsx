import { sayDay } from '@ieum/wording'
import { type FormEvent, type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../../day/today.ts'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { goInto, useFormInPlace } from '../../parts/use-form-in-place.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { roomOf } from '../room/requests.ts'
import type { AgendaItem } from '../room/shapes.ts'
import { SaidText } from '../said-text.tsx'
import { OfItem } from './of-item.tsx'
import type { SessionPartProps } from './session-part-props.ts'

/** Per item: open from a day, or closed with its ground and the day on which it opens. */
export function Disclosure(part: SessionPartProps) {
  const { t } = useTranslation()
  const { room } = part
  if (room.items.length === 0) return null
  const canSay = room.keeps && room.state !== 'cancelled' && !room.reported
  return (
    <section className="case-section">
      <h2>{t('councilRoom.session.disclosure')}</h2>
      <ul className="session-lines">
        {room.items.map(item => (
          <DisclosureLine key={item.id} item={item} part={part} canSay={canSay && !isOpenTo(item.openFrom)} />
        ))}
      </ul>
    </section>
  )
}

/** What everyone has read stays open. */
const isOpenTo = (openFrom: string | null) => openFrom !== null && openFrom <= today()

function DisclosureLine({ item, part, canSay }: { item: AgendaItem; part: SessionPartProps; canSay: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { isOpen, opener, open, leave, close } = useFormInPlace()
  const { openFrom, closedGround: ground } = item
  const day = openFrom ? sayDay(openFrom, language) : ''
  return (
    <li>
      <p>
        <strong>
          <SaidText said={item.title} />
        </strong>
        {' — '}
        <WithKorean
          text={
            ground
              ? t(openFrom ? 'councilRoom.session.isClosedUntil' : 'councilRoom.session.isClosed', { ground, day })
              : openFrom
                ? t('councilRoom.session.isOpenFrom', { day })
                : t('councilRoom.session.isUnsaid')
          }
        />{' '}
        {canSay && !isOpen ? (
          <button ref={opener} type="button" className="plain-button no-print" onClick={open}>
            {t('councilRoom.session.disclose')}
            <OfItem title={item.title} />
          </button>
        ) : null}
      </p>
      {isOpen ? <DisclosureForm ref={goInto} item={item} part={part} onLeave={leave} onOpened={close} /> : null}
    </li>
  )
}

interface DisclosureFormProps {
  ref: Ref<HTMLFormElement>
  item: AgendaItem
  part: SessionPartProps
  onLeave: () => void
  /** Everyone can read it from now on: there is nothing more to settle. */
  onOpened: () => void
}

function DisclosureForm({ ref, item, part, onLeave, onOpened }: DisclosureFormProps) {
  const { room, capacity, onDone, onChanged } = part
  const { t } = useTranslation()
  const [isClosed, setClosed] = useState(item.closedGround !== null)
  const [wrong, setWrong] = useState<'ground' | 'day'>()
  const { send, refused } = useChange<{ changed: number }>()
  const id = `disclose-${item.id}`
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (name: string) => String(given.get(name) ?? '').trim()
    const openFrom = text('openFrom') || null
    const closedGround = isClosed ? text('ground') || null : null
    const fault = isClosed && !closedGround ? 'ground' : !isClosed && !openFrom ? 'day' : undefined
    setWrong(fault)
    if (fault) return document.getElementById(`${id}-${fault}`)?.focus()
    const done = await send(
      roomOf(capacity.post, room.id).item(item.id),
      { changed: item.changed, openFrom, closedGround },
      'PATCH',
    )
    if (!done) return onChanged()
    if (isOpenTo(openFrom)) {
      onOpened()
      onDone(t('councilRoom.session.saved'))
    } else {
      onLeave()
      onDone(t('councilRoom.session.saved'), 'stays')
    }
  }
  return (
    <form ref={ref} className="case-form" onSubmit={event => void submit(event)}>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <fieldset className="room-choices">
        <legend className="field-label">{t('councilRoom.session.disclosure')}</legend>
        {[false, true].map(closed => (
          <label key={String(closed)} className="choice">
            <input type="radio" name="way" checked={isClosed === closed} onChange={() => setClosed(closed)} />
            {t(closed ? 'councilRoom.session.closedWay' : 'councilRoom.session.openWay')}
          </label>
        ))}
      </fieldset>
      {isClosed ? (
        <div className="field">
          <label htmlFor={`${id}-ground`}>{t('councilRoom.session.ground')}</label>
          <input
            id={`${id}-ground`}
            name="ground"
            className="entry"
            maxLength={300}
            aria-invalid={wrong === 'ground'}
            aria-describedby={wrong === 'ground' ? `${id}-wrong` : undefined}
            defaultValue={item.closedGround ?? ''}
          />
          {wrong === 'ground' ? (
            <p id={`${id}-wrong`} className="field-wrong">
              {t('councilRoom.session.groundNeeded')}
            </p>
          ) : null}
        </div>
      ) : null}
      <div className="field">
        <label htmlFor={`${id}-day`}>
          {t(isClosed ? 'councilRoom.session.opensOn' : 'councilRoom.session.fromDay')}
        </label>
        <input
          id={`${id}-day`}
          name="openFrom"
          type="date"
          className="entry term-day"
          min={today()}
          aria-invalid={wrong === 'day'}
          aria-describedby={wrong === 'day' ? `${id}-wrong` : undefined}
          defaultValue={item.openFrom ?? ''}
        />
        {wrong === 'day' ? (
          <p id={`${id}-wrong`} className="field-wrong">
            {t('councilRoom.session.dayNeeded')}
          </p>
        ) : null}
      </div>
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

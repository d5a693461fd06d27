import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../../day/today.ts'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { goInto, useFormInPlace } from '../../parts/use-form-in-place.ts'
import { roomOf } from '../room/requests.ts'
import type { SessionPartProps } from './session-part-props.ts'

/** Day, time, place and host as long as it has not begun; from when it is open until its minutes are closed. */
export function ChangeSession({ room, capacity, onDone, onChanged }: SessionPartProps) {
  const { t } = useTranslation()
  const agencyName = useAgencyName()
  const { isOpen, opener, open, leave } = useFormInPlace()
  const { send, refused, isSending } = useChange<{ changed: number }>()
  const isOver = room.state === 'minuted' || room.state === 'cancelled'
  if (!room.keeps || room.reported || isOver) return null
  if (!isOpen)
    return (
      <p className="row">
        <button ref={opener} type="button" className="button quiet" onClick={open}>
          {t('councilRoom.session.change')}
        </button>
      </p>
    )
  const isPlanning = room.state === 'planned' || room.state === 'called'
  const agencies = [...new Set(room.seats.flatMap(({ agency }) => agency ?? []))]
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (name: string) => String(given.get(name) ?? '').trim()
    const openFrom = text('openFrom') || null
    const body = {
      changed: room.changed,
      ...(isPlanning && { on: text('on'), begins: text('begins'), place: text('place') }),
      ...(isPlanning && text('host') !== '' && { host: text('host') }),
      ...(openFrom !== room.openFrom && { openFrom }),
    }
    const done = await send(roomOf(capacity.post, room.id).session, body, 'PATCH')
    if (!done) return onChanged()
    leave()
    onDone(t('councilRoom.session.saved'), 'stays')
  }
  return (
    <form ref={goInto} className="case-form" onSubmit={event => void submit(event)}>
      <h2>{t('councilRoom.session.change')}</h2>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      {isPlanning ? (
        <>
          <div className="case-form-days">
            <div className="field">
              <label htmlFor="session-on">{t('councilRoom.session.day')}</label>
              <input id="session-on" name="on" className="entry" type="date" required defaultValue={room.on} />
            </div>
            <div className="field">
              <label htmlFor="session-begins">{t('councilRoom.session.begins')}</label>
              <input
                id="session-begins"
                name="begins"
                className="entry"
                type="time"
                required
                defaultValue={room.begins}
              />
            </div>
          </div>
          <div className="field">
            <label htmlFor="session-place">{t('councilRoom.session.place')}</label>
            <input
              id="session-place"
              name="place"
              className="entry"
              required
              maxLength={300}
              defaultValue={room.place?.ko ?? ''}
            />
          </div>
          <div className="field">
            <label htmlFor="session-host">{t('councilRoom.session.host')}</label>
            <select id="session-host" name="host" className="entry" defaultValue={room.host ?? ''}>
              {room.host ? null : <option value="" />}
              {agencies.map(agency => (
                <option key={agency} value={agency}>
                  {agencyName(agency)}
                </option>
              ))}
            </select>
          </div>
        </>
      ) : null}
      <div className="field">
        <label htmlFor="session-open">{t('councilRoom.session.openDay')}</label>
        <input
          id="session-open"
          name="openFrom"
          className="entry"
          type="date"
          min={today()}
          // What everyone has read stays open.
          readOnly={room.openFrom !== null && room.openFrom <= today()}
          defaultValue={room.openFrom ?? ''}
        />
      </div>
      <p className="row">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t('councilRoom.session.save')}
        </button>
        <button type="button" className="button quiet" onClick={leave}>
          {t('councilRoom.session.cancel')}
        </button>
      </p>
    </form>
  )
}

import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import type { PostCapacity } from '../../desk/client/shapes.ts'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { councilsOf } from '../client/paths.ts'
import { forgetSits } from '../councils/use-sits.ts'
import { Field } from './field.tsx'
import { MunicipalityField } from './municipality-field.tsx'
import { SeatRows } from './seat-rows.tsx'
import {
  type CouncilTyped,
  idOf,
  kinds,
  rotations,
  type Share,
  seatNumberOf,
  sentOf,
  shares,
  startOf,
  wrongIn,
  wrongOf,
} from './typed.ts'

/** It ends on the page of the council; refused, it keeps what was typed. */
export function DrawUpForm({ capacity: { post, agency } }: { capacity: PostCapacity }) {
  const { t } = useTranslation()
  const on = useOn()
  const navigate = useNavigate()
  const [typed, setTyped] = useState<CouncilTyped>(() => startOf(agency, on))
  const [tries, setTries] = useState(0)
  const { isSending, refused, send, forget } = useChange<{ council: string }>()
  const summary = useRef<HTMLDivElement>(null)
  const seen = wrongIn(typed, { own: agency, on })
  const wrongs = seen.length > 0 ? (tries > 0 ? seen : []) : wrongOf(refused?.fields ?? [])
  // What is wrong has been drawn by then, also what the server said.
  useEffect(() => {
    if (tries > 0) summary.current?.focus()
  }, [tries])
  const change = (changed: Partial<CouncilTyped>) => {
    setTyped({ ...typed, ...changed })
    // What was refused was said of what stood there before.
    forget()
  }
  const wrongAt = (field: string): string | undefined => {
    const found = wrongs.find(one => one.field === field)
    return found && t(`councilDrawUp.wrong.${found.wrong}`)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const done = seen.length > 0 ? undefined : await send(councilsOf(post).drawUp, sentOf(typed))
    if (done) {
      forgetSits()
      await navigate({ to: '/desk/$post/councils/$council', params: { post, council: done.council } })
      return
    }
    setTries(tries + 1)
  }
  return (
    <form className="desk-form draw-up" noValidate onSubmit={event => void submit(event)}>
      {wrongs.length > 0 ? (
        <div role="alert" className="desk-refused" ref={summary} tabIndex={-1}>
          <p>
            <strong>{t('councilDrawUp.wrong.summary', { count: wrongs.length })}</strong>
          </p>
          <ul>
            {wrongs.map(({ field, wrong }) => {
              const number = seatNumberOf(field)
              const words = t(`councilDrawUp.wrong.${wrong}`)
              return (
                <li key={`${field} ${wrong}`}>
                  <a
                    href={`#${idOf(field)}`}
                    onClick={event => {
                      event.preventDefault()
                      document.getElementById(idOf(field))?.focus()
                    }}
                  >
                    {number === undefined ? words : t('councilDrawUp.wrong.ofSeat', { number, wrong: words })}
                  </a>
                </li>
              )
            })}
          </ul>
        </div>
      ) : refused ? (
        <RefusedText refused={refused} takesFocus />
      ) : null}
      <Field field="/name" label={t('councilDrawUp.name')} wrong={wrongAt('/name')}>
        {described => (
          <input
            {...described}
            value={typed.name}
            maxLength={300}
            autoComplete="off"
            onChange={({ target }) => change({ name: target.value })}
          />
        )}
      </Field>
      <Field
        field="/nameEn"
        label={t('councilDrawUp.nameEn')}
        help={t('councilDrawUp.nameEnHelp')}
        wrong={wrongAt('/nameEn')}
      >
        {described => (
          <input
            {...described}
            lang="en"
            value={typed.nameEn}
            maxLength={300}
            autoComplete="off"
            onChange={({ target }) => change({ nameEn: target.value })}
          />
        )}
      </Field>
      <fieldset>
        <legend className="field-label">{t('councilDrawUp.kind')}</legend>
        {kinds.map(kind => (
          <label key={kind} className="choice">
            <input type="radio" name="kind" checked={typed.kind === kind} onChange={() => change({ kind })} />
            <span>{t(`councilDrawUp.kinds.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      {typed.kind === 'consultative' ? (
        <MunicipalityField
          value={typed.municipality}
          onChange={municipality => change({ municipality })}
          wrong={wrongAt('/municipality')}
        />
      ) : null}
      <Field
        field="/foundedOn"
        label={t('councilDrawUp.foundedOn')}
        help={t('councilDrawUp.foundedOnHelp')}
        wrong={wrongAt('/foundedOn')}
      >
        {described => (
          <input
            {...described}
            type="date"
            max={on}
            value={typed.foundedOn}
            onChange={({ target }) => change({ foundedOn: target.value })}
          />
        )}
      </Field>
      <SeatRows
        seats={typed.seats}
        onSeats={seats => change({ seats })}
        isBody={typed.kind === 'consultative'}
        wrongAt={wrongAt}
      />
      <Field
        field="/quorum/seats"
        label={t('councilDrawUp.quorum')}
        help={t('councilDrawUp.quorumHelp')}
        wrong={wrongAt('/quorum/seats')}
      >
        {described => (
          <select
            {...described}
            value={typed.share}
            onChange={({ target }) => change({ share: target.value as Share })}
          >
            {(Object.keys(shares) as Share[])
              .sort((a, b) => shares[a] - shares[b])
              .map(share => (
                <option key={share} value={share}>
                  {t(`councilDrawUp.shares.${share}`)}
                </option>
              ))}
          </select>
        )}
      </Field>
      <label className="choice">
        <input
          type="checkbox"
          checked={typed.everyAgency}
          onChange={({ target }) => change({ everyAgency: target.checked })}
        />
        <span>{t('councilDrawUp.everyAgency')}</span>
      </label>
      <fieldset>
        <legend className="field-label">{t('councilDrawUp.rotation')}</legend>
        {rotations.map(rotation => (
          <label key={rotation} className="choice">
            <input
              type="radio"
              name="rotation"
              checked={typed.rotation === rotation}
              onChange={() => change({ rotation })}
            />
            <span>{t(`councilDrawUp.rotations.${rotation}`)}</span>
          </label>
        ))}
      </fieldset>
      <p className="row">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t(isSending ? 'desk.sending' : 'councilDrawUp.save')}
        </button>
        <Link to="/desk/$post/councils" params={{ post }} className="button quiet">
          {t('desk.leave')}
        </Link>
      </p>
    </form>
  )
}

import { weekdays } from '@ieum/catalogue/days'
import type { Weekday } from '@ieum/catalogue/records'
import { sayWeekday } from '@ieum/wording'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { useAsked } from '../../desk/client/use-asked.ts'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { useLanguage } from '../../words/use-language.ts'
import type { ClosingList } from '../shapes.ts'
import { ExceptionRows, type ExceptionTyped } from './exception-rows.tsx'
import { type Closings, closingsPath } from './shapes.ts'

const weeks = ['1', '2', '3', '4', '-1'] as const
type Week = (typeof weeks)[number]
const holidayChoices = ['closed', 'open', 'next-day'] as const

/** `FREQ=MONTHLY;BYDAY=2WE,4WE` of what was ticked; null where no closing day is to be set. */
export function ruleOf(weekday: Weekday | '', ticked: ReadonlySet<Week>): string | null {
  const code = weekday.slice(0, 2).toUpperCase()
  const days = weeks.filter(week => ticked.has(week)).map(week => `${week}${code}`)
  return weekday === '' || days.length === 0 ? null : `FREQ=MONTHLY;BYDAY=${days.join(',')}`
}

const texts = ['storesIn', 'storesOut', 'gets'] as const

interface ProposeFormProps {
  post: string
  council: Closings['council']
  again: () => void
}

export function ProposeForm({ post, council: { id: council, municipality: own }, again }: ProposeFormProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const on = useOn()
  const id = useId()
  const { isSending, refused, send } = useChange<{ version: number }>()
  const { value } = useAsked<ClosingList>('/api/closing-days')
  const regions = [...Map.groupBy(own ? [own] : (value?.municipalities ?? []), ({ region }) => region ?? '')]
  const [municipality, setMunicipality] = useState(own?.code ?? '')
  const [weekday, setWeekday] = useState<Weekday | ''>('wednesday')
  const [ticked, setTicked] = useState<ReadonlySet<Week>>(new Set(['2', '4']))
  const [onHoliday, setOnHoliday] = useState<(typeof holidayChoices)[number]>('closed')
  const [from, setFrom] = useState(on)
  const [until, setUntil] = useState('')
  const [exceptions, setExceptions] = useState<readonly ExceptionTyped[]>([])
  const [typed, setTyped] = useState({ storesIn: '', storesOut: '', gets: '' })
  const [version, setVersion] = useState<number>()

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setVersion(undefined)
    const said = Object.fromEntries(texts.flatMap(name => (typed[name].trim() ? [[name, typed[name].trim()]] : [])))
    const proposed = await send(closingsPath(post, council), {
      municipality,
      rule: ruleOf(weekday, ticked),
      onHoliday,
      from,
      ...(until && { until }),
      exceptions: exceptions.map(({ drop, add, why }) => ({
        ...(drop && { drop }),
        ...(add && { add }),
        ...(why.trim() && { why: why.trim() }),
      })),
      ...said,
    })
    if (!proposed) return
    setVersion(proposed.version)
    setExceptions([])
    again()
  }
  return (
    <section aria-labelledby={`${id}-propose`}>
      <h2 id={`${id}-propose`}>{t('closingDesk.propose')}</h2>
      <form className="closing-form" onSubmit={event => void submit(event)} noValidate>
        {refused ? <RefusedText refused={refused} takesFocus /> : null}
        <div className="field">
          <label htmlFor={`${id}-municipality`}>{t('closingDesk.municipality')}</label>
          <select
            id={`${id}-municipality`}
            className="entry"
            required
            value={municipality}
            onChange={event => setMunicipality(event.target.value)}
          >
            {own ? null : <option value="">{t('closingDesk.choose')}</option>}
            {regions.map(([region, of]) => (
              <optgroup key={region} label={region} lang="ko">
                {of.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-weekday`}>{t('closingDesk.weekday')}</label>
          <select
            id={`${id}-weekday`}
            className="entry"
            value={weekday}
            onChange={event => setWeekday(event.target.value as Weekday | '')}
          >
            {weekdays.map(one => (
              <option key={one} value={one}>
                {sayWeekday(one, language)}
              </option>
            ))}
            <option value="">{t('closingDesk.noneSet')}</option>
          </select>
        </div>
        {weekday === '' ? null : (
          <>
            <fieldset className="closing-choices">
              <legend>{t('closingDesk.weeks')}</legend>
              {weeks.map(week => (
                <label key={week} className="choice">
                  <input
                    type="checkbox"
                    checked={ticked.has(week)}
                    onChange={() => setTicked(new Set(weeks.filter(one => ticked.has(one) !== (one === week))))}
                  />
                  {t(`closingDesk.week.${week}`)}
                </label>
              ))}
            </fieldset>
            <fieldset className="closing-choices">
              <legend>{t('closingDesk.onHoliday')}</legend>
              {holidayChoices.map(one => (
                <label key={one} className="choice">
                  <input
                    type="radio"
                    name={`${id}-holiday`}
                    checked={onHoliday === one}
                    onChange={() => setOnHoliday(one)}
                  />
                  {t(`closingDesk.onHolidayChoice.${one}`)}
                </label>
              ))}
            </fieldset>
          </>
        )}
        <div className="field">
          <label htmlFor={`${id}-from`}>{t('closingDesk.from')}</label>
          <input
            id={`${id}-from`}
            className="entry"
            type="date"
            required
            value={from}
            onChange={event => setFrom(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-until`}>{t('closingDesk.until')}</label>
          <input
            id={`${id}-until`}
            className="entry"
            type="date"
            value={until}
            onChange={event => setUntil(event.target.value)}
          />
        </div>
        {weekday === '' ? null : <ExceptionRows rows={exceptions} onRows={setExceptions} />}
        {texts.map(name => (
          <div key={name} className="field">
            <label htmlFor={`${id}-${name}`}>{t(`closingDesk.${name}`)}</label>
            <textarea
              id={`${id}-${name}`}
              className="entry"
              rows={2}
              value={typed[name]}
              onChange={event => setTyped({ ...typed, [name]: event.target.value })}
            />
          </div>
        ))}
        <div className="row">
          <button type="submit" className="button" disabled={isSending}>
            {t('closingDesk.send')}
          </button>
          <span role="status">{version === undefined ? null : t('closingDesk.sent', { version })}</span>
        </div>
      </form>
    </section>
  )
}

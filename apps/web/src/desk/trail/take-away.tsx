import { sayDay } from '@ieum/wording'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { offerFile } from '../../parts/offer-file.ts'
import { useLanguage } from '../../words/use-language.ts'
import { askText, Refused } from '../client/ask.ts'
import { ofPost } from '../client/paths.ts'
import { RefusedText } from '../refused-text.tsx'
import type { TrailName } from './shapes.ts'

/** A file is only taken away with what it is for; that is kept with the log. */
export function TakeAway({ post, trail, from, to }: { post: string; trail: TrailName; from: string; to: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const id = useId()
  const [reason, setReason] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const [taken, setTaken] = useState<string>()
  const [isTaking, setTaking] = useState(false)

  const take = async (format: 'csv' | 'lines') => {
    if (isTaking) return
    setTaken(undefined)
    setRefused(undefined)
    setWrong(reason.trim().length < 5)
    if (reason.trim().length < 5) return void document.getElementById(`${id}-reason`)?.focus()
    setTaking(true)
    try {
      const content = await askText(ofPost(post).exportTrail, { trail, format, from, to, reason })
      const name = `${trail === 'access_entry' ? 'access-log' : 'changes'}-${from}-${to}.${format === 'csv' ? 'csv' : 'jsonl'}`
      offerFile(name, format === 'csv' ? 'text/csv' : 'application/jsonl', content)
      setTaken(name)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefused(error)
    } finally {
      setTaking(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void take('csv')
  }
  return (
    <section className="trail-take no-print" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('agency.trail.take.title')}</h2>
      <p>{t('agency.trail.take.text', { from: sayDay(from, language), to: sayDay(to, language) })}</p>
      <form onSubmit={submit} noValidate className="agency-form">
        <div className="field">
          <label htmlFor={`${id}-reason`}>{t('agency.trail.take.reason')}</label>
          <p className="field-help" id={`${id}-help`}>
            {t('agency.trail.take.help')}
          </p>
          {isWrong ? (
            <p className="field-wrong" id={`${id}-wrong`}>
              {t('agency.trail.take.wrong')}
            </p>
          ) : null}
          <input
            id={`${id}-reason`}
            className="entry"
            maxLength={500}
            value={reason}
            aria-invalid={isWrong || undefined}
            aria-describedby={`${isWrong ? `${id}-wrong ` : ''}${id}-help`}
            onChange={event => setReason(event.target.value)}
          />
        </div>
        <p className="row">
          <button type="submit" className="button">
            {t('agency.trail.take.csv')}
          </button>
          <button type="button" className="button quiet" onClick={() => void take('lines')}>
            {t('agency.trail.take.lines')}
          </button>
        </p>
      </form>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <p role="status">{taken ? t('agency.trail.take.done', { name: taken }) : null}</p>
    </section>
  )
}

import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import type { ActFormProps } from './agreement-card-props.ts'
import { ofClosing } from './shapes.ts'

/** By a decision of the body, or because a source says that it was agreed elsewhere. */
export function AgreeForm({ post, agreement, closings, again, acting, isHeld }: ActFormProps) {
  const { t } = useTranslation()
  const on = useOn()
  const id = useId()
  const [by, setBy] = useState<'decision' | 'source'>('decision')
  const [decision, setDecision] = useState(closings.decisions[0]?.id ?? '')
  const [title, setTitle] = useState('')
  const [url, setUrl] = useState('')
  const [dated, setDated] = useState('')
  const [openFrom, setOpenFrom] = useState(on)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const source = { title: title.trim(), ...(url.trim() && { url: url.trim() }), ...(dated && { dated }) }
    const agreed = await acting.send(ofClosing(post, agreement.id).agreement, {
      changed: agreement.changed,
      openFrom,
      ...(by === 'decision' ? { decision } : { source }),
    })
    if (agreed) again()
  }
  return (
    <details>
      <summary>{t('closingDesk.agree')}</summary>
      <form className="closing-form" onSubmit={event => void submit(event)} noValidate>
        <fieldset className="closing-choices">
          <legend>{t('closingDesk.agreeBy')}</legend>
          {(['decision', 'source'] as const).map(one => (
            <label key={one} className="choice">
              <input type="radio" name={`${id}-by`} checked={by === one} onChange={() => setBy(one)} />
              {t(one === 'decision' ? 'closingDesk.byDecision' : 'closingDesk.bySource')}
            </label>
          ))}
        </fieldset>
        {by === 'decision' ? (
          closings.decisions.length > 0 ? (
            <div className="field">
              <label htmlFor={`${id}-decision`}>{t('closingDesk.decision')}</label>
              <select
                id={`${id}-decision`}
                className="entry"
                value={decision}
                onChange={event => setDecision(event.target.value)}
              >
                {closings.decisions.map(one => (
                  <option key={one.id} value={one.id} lang="ko">
                    {t('closingDesk.decisionName', { number: one.number, text: one.text })}
                  </option>
                ))}
              </select>
            </div>
          ) : (
            <p className="field-help">{t('closingDesk.noDecision')}</p>
          )
        ) : (
          <>
            <div className="field">
              <label htmlFor={`${id}-title`}>{t('closingDesk.sourceTitle')}</label>
              <input
                id={`${id}-title`}
                className="entry"
                required
                value={title}
                onChange={event => setTitle(event.target.value)}
              />
            </div>
            <div className="field">
              <label htmlFor={`${id}-url`}>{t('closingDesk.sourceUrl')}</label>
              <input
                id={`${id}-url`}
                className="entry"
                type="url"
                value={url}
                onChange={event => setUrl(event.target.value)}
              />
            </div>
            <div className="field">
              <label htmlFor={`${id}-dated`}>{t('closingDesk.sourceDated')}</label>
              <input
                id={`${id}-dated`}
                className="entry"
                type="date"
                value={dated}
                onChange={event => setDated(event.target.value)}
              />
            </div>
          </>
        )}
        <div className="field">
          <label htmlFor={`${id}-open`}>{t('closingDesk.openFrom')}</label>
          <input
            id={`${id}-open`}
            className="entry"
            type="date"
            required
            min={on}
            value={openFrom}
            onChange={event => setOpenFrom(event.target.value)}
          />
        </div>
        <button type="submit" className="button" disabled={by === 'decision' && !decision} aria-disabled={isHeld}>
          {t('closingDesk.agree')}
        </button>
      </form>
    </details>
  )
}

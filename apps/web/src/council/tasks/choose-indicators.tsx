import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { goInto } from '../../parts/use-form-in-place.ts'
import { councilsOf } from '../client/paths.ts'
import { type Chosen, type Measure, measures } from '../client/shapes.ts'
import { readTyped, type Typed, typedFrom, type WrongIndicator } from './typed-indicators.ts'

interface ChooseIndicatorsProps {
  chosen: readonly Chosen[]
  task: string
  post: string
  onLeave: () => void
  onDone: () => void
}

/** Which figures to show, what is aimed at, and what it was before: there is no field for the figure itself. */
export function ChooseIndicators({ chosen, task, post, onLeave, onDone }: ChooseIndicatorsProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(() => typedFrom(chosen))
  const [wrong, setWrong] = useState<readonly WrongIndicator[]>([])
  const { isSending, refused, send } = useChange()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const read = readTyped(typed)
    setWrong(read.is === 'wrong' ? read.fields : [])
    if (read.is === 'wrong') {
      const [first] = read.fields
      document.getElementById(idOf(first!.measure, first!.field))?.focus()
      return
    }
    if (await send(councilsOf(post).indicators(task), { indicators: read.indicators }, 'PUT')) onDone()
  }
  return (
    <form className="case-form council-choose" ref={goInto} noValidate onSubmit={event => void submit(event)}>
      <p>{t('councilDesk.indicator.chooseText')}</p>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      {measures.map(measure => (
        <OneMeasure
          key={measure}
          measure={measure}
          typed={typed[measure]}
          wrong={wrong.filter(one => one.measure === measure)}
          onType={change => setTyped({ ...typed, [measure]: { ...typed[measure], ...change } })}
        />
      ))}
      <p className="row">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t(isSending ? 'desk.sending' : 'councilDesk.indicator.save')}
        </button>
        <button type="button" className="button quiet" onClick={onLeave}>
          {t('desk.leave')}
        </button>
      </p>
    </form>
  )
}

const idOf = (measure: Measure, field: string): string => `indicator-${measure}-${field}`

interface OneMeasureProps {
  measure: Measure
  typed: Typed
  wrong: readonly WrongIndicator[]
  onType: (change: Partial<Typed>) => void
}

function OneMeasure({ measure, typed, wrong, onType }: OneMeasureProps) {
  const { t } = useTranslation()
  const name = t(`councilDesk.indicator.measure.${measure}`)
  return (
    <fieldset>
      <legend className="only-heard">{name}</legend>
      <label className="choice">
        <input
          type="checkbox"
          checked={typed.isChosen}
          onChange={({ target }) => onType({ isChosen: target.checked })}
        />
        <span>
          <strong>{name}</strong> <span className="field-help">{t(`councilDesk.indicator.means.${measure}`)}</span>
        </span>
      </label>
      {typed.isChosen ? (
        <div className="council-choose-fields">
          {(['target', 'targetBy', 'baseline', 'baselineSource'] as const).map(field => {
            const fault = wrong.find(one => one.field === field)
            const id = idOf(measure, field)
            return (
              <div className="field" key={field}>
                <label htmlFor={id}>{t(`councilDesk.indicator.field.${field}`)}</label>
                {fault ? (
                  <p id={`${id}-wrong`} className="field-wrong">
                    {t(`councilDesk.indicator.${fault.wrong}`)}
                  </p>
                ) : null}
                <input
                  id={id}
                  className="entry"
                  type={field === 'targetBy' ? 'date' : 'text'}
                  inputMode={field === 'target' || field === 'baseline' ? 'decimal' : undefined}
                  autoComplete="off"
                  maxLength={300}
                  value={typed[field]}
                  aria-invalid={fault ? true : undefined}
                  aria-describedby={fault ? `${id}-wrong` : undefined}
                  onChange={event => onType({ [field]: event.target.value })}
                />
              </div>
            )
          })}
        </div>
      ) : null}
    </fieldset>
  )
}

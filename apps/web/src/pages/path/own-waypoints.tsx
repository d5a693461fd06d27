import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProgrammePicker } from '../../parts/programme-picker.tsx'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
import { useSubject } from '../../words/use-subject.ts'
import { usePlaceName } from './use-place-name.ts'

/** Stops of one's own, in order. */
export function OwnWaypoints({
  via,
  onChange,
}: {
  via: readonly string[]
  onChange: (via: readonly string[]) => void
}) {
  const { t } = useTranslation()
  const nameOf = usePlaceName()
  const subject = useSubject()
  const { programmes } = useRulebook()
  const [stage, setStage] = useState('')
  const stages = [...new Set(programmes.flatMap(programme => programme.stages))]

  const swap = (at: number, to: number) => onChange(via.with(at, via[to]!).with(to, via[at]!))

  return (
    <fieldset className="path-own">
      <legend>{t('path.ask.ownLegend')}</legend>
      {via.length === 0 ? <p className="field-help">{t('path.ask.ownEmpty')}</p> : null}
      <ol>
        {via.map((waypoint, at) => {
          const name = nameOf(waypoint)
          return (
            // A stop may stand twice.
            <li key={`${waypoint} ${via.slice(0, at).filter(other => other === waypoint).length}`}>
              <span>
                {at + 1}. {name}
              </span>
              <span className="path-own-moves">
                <button
                  type="button"
                  className="path-move"
                  disabled={at === 0}
                  aria-label={t('path.ask.up', { name })}
                  onClick={() => swap(at, at - 1)}
                >
                  ↑
                </button>
                <button
                  type="button"
                  className="path-move"
                  disabled={at === via.length - 1}
                  aria-label={t('path.ask.down', { name })}
                  onClick={() => swap(at, at + 1)}
                >
                  ↓
                </button>
                <button
                  type="button"
                  className="path-move"
                  aria-label={t('path.ask.remove', { name })}
                  onClick={() => onChange(via.toSpliced(at, 1))}
                >
                  ×
                </button>
              </span>
            </li>
          )
        })}
      </ol>
      <div className="path-own-add">
        <div className="field">
          <label htmlFor="path-add-stage">{t('path.ask.stage')}</label>
          <div className="path-own-stage">
            <select
              id="path-add-stage"
              className="entry"
              value={stage}
              onChange={event => setStage(event.target.value)}
            >
              <option value="">{t('parts.picker.choose')}</option>
              {stages.map(name => (
                <option key={name} value={name}>
                  {subject('stage', name)}
                </option>
              ))}
            </select>
            <button
              type="button"
              className="button quiet"
              disabled={stage === ''}
              onClick={() => {
                onChange([...via, stage])
                setStage('')
              }}
            >
              {t('path.ask.add')}
            </button>
          </div>
        </div>
        <div className="field">
          <label htmlFor="path-add-programme">{t('path.ask.programme')}</label>
          <ProgrammePicker
            key={via.length}
            id="path-add-programme"
            label={t('path.ask.programme')}
            value={undefined}
            onChange={programme => {
              if (programme) onChange([...via, programme])
            }}
            describedBy="path-add-programme-help"
          />
          <p className="field-help" id="path-add-programme-help">
            {t('path.ask.programmeHelp')}
          </p>
        </div>
      </div>
    </fieldset>
  )
}

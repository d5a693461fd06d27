import { useTranslation } from 'react-i18next'
import type { Step } from './accepting.ts'
import { AllRight, DraftedField, RightBox } from './drafted-field.tsx'
import type { PartProps } from './part-props.ts'

/** The schedule of the paper, as the agenda that it becomes. */
export function ScheduleRows({ form, setForm, read, wrongAt }: PartProps) {
  const { t } = useTranslation()
  const { steps } = form
  const change = (index: number, changed: Partial<Step>) =>
    setForm({ ...form, steps: steps.map((step, at) => (at === index ? { ...step, ...changed } : step)) })
  return (
    <fieldset className="paper-part" id="paper-steps" tabIndex={-1}>
      <legend>
        <h2>{t('councilImport.schedule')}</h2>
      </legend>
      {steps.length === 0 ? (
        <p>{t('councilImport.noSchedule')}</p>
      ) : (
        <>
          <p className="field-help">
            {t('councilImport.scheduleHelp')}{' '}
            <AllRight
              areRight={steps.every(({ isRight }) => isRight)}
              onAll={isRight => setForm({ ...form, steps: steps.map(step => ({ ...step, isRight })) })}
            />
          </p>
          {steps.map((step, index) => {
            const { from, to, ...origin } = read.draft.schedule[index]!
            const label = `${from ?? '?'} ~ ${to ?? '?'}`
            const id = `paper-step-${index}`
            const minutes = `paper-minutes-${index}`
            return (
              <DraftedField
                // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place in the paper
                key={index}
                id={id}
                label={label}
                origin={origin}
                wrong={wrongAt(id) ?? wrongAt(minutes)}
              >
                {described => (
                  <>
                    <input
                      {...described}
                      lang="ko"
                      className="entry"
                      value={step.value}
                      maxLength={300}
                      onChange={event => change(index, { value: event.target.value })}
                    />
                    <input
                      id={minutes}
                      className="entry paper-minutes"
                      inputMode="numeric"
                      value={step.minutes}
                      maxLength={3}
                      aria-label={t('councilImport.minutesOf', { what: label })}
                      aria-invalid={wrongAt(minutes) ? true : undefined}
                      onChange={event => change(index, { minutes: event.target.value })}
                    />
                    <span>{t('councilImport.minutes')}</span>
                    <RightBox of={label} isRight={step.isRight} onRight={isRight => change(index, { isRight })} />
                  </>
                )}
              </DraftedField>
            )
          })}
          {form.tasks.length > 0 ? (
            <div className="field">
              <label htmlFor="paper-tasks-in">{t('councilImport.tasksIn')}</label>
              <p className="field-help" id="paper-tasks-in-help">
                {t('councilImport.tasksInHelp')}
              </p>
              <select
                id="paper-tasks-in"
                className="entry"
                aria-describedby="paper-tasks-in-help"
                value={form.tasksIn}
                onChange={event => setForm({ ...form, tasksIn: Number(event.target.value) })}
              >
                <option value={-1}>{t('councilImport.tasksInNone')}</option>
                {steps.map((step, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place in the paper
                  <option key={index} value={index} lang="ko">
                    {step.value}
                  </option>
                ))}
              </select>
            </div>
          ) : null}
        </>
      )}
    </fieldset>
  )
}

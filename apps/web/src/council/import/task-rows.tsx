import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import type { Task } from './accepting.ts'
import { AllRight, DraftedField, RightBox } from './drafted-field.tsx'
import type { PartProps } from './part-props.ts'

/** The tasks of the paper, each with who proposes it. */
export function TaskRows({ form, setForm, read, wrongAt }: PartProps) {
  const { t } = useTranslation()
  const name = useAgencyName()
  const { tasks } = form
  const change = (index: number, changed: Partial<Task>) =>
    setForm({ ...form, tasks: tasks.map((task, at) => (at === index ? { ...task, ...changed } : task)) })
  return (
    <fieldset className="paper-part">
      <legend>
        <h2>
          {t('councilImport.tasks')} {tasks.length > 0 ? tasks.length : ''}
        </h2>
      </legend>
      {tasks.length === 0 ? (
        <p>{t('councilImport.noTasks')}</p>
      ) : (
        <p className="field-help">
          {t('councilImport.tasksHelp')}{' '}
          <AllRight
            areRight={tasks.every(({ isRight }) => isRight)}
            onAll={isRight => setForm({ ...form, tasks: tasks.map(task => ({ ...task, isRight })) })}
          />
        </p>
      )}
      {tasks.map((task, index) => {
        const label = t('councilImport.task', { number: index + 1 })
        const id = `paper-task-${index}`
        const proposers = `paper-proposers-${index}`
        const there = read.there.find(({ at }) => at === index)
        const toggle = (agency: string, isChosen: boolean) =>
          change(index, {
            proposedBy: read.seated.filter(id => (id === agency ? isChosen : task.proposedBy.includes(id))),
          })
        return (
          <DraftedField
            // biome-ignore lint/suspicious/noArrayIndexKey: a task is known by its place in the paper
            key={index}
            id={id}
            label={label}
            origin={read.draft.tasks[index]!}
            wrong={wrongAt(id) ?? wrongAt(proposers)}
          >
            {described => (
              <>
                <textarea
                  {...described}
                  className="entry"
                  lang="ko"
                  rows={2}
                  value={task.value}
                  maxLength={300}
                  readOnly={there !== undefined}
                  onChange={event => change(index, { value: event.target.value.replaceAll('\n', ' ') })}
                />
                <RightBox of={label} isRight={task.isRight} onRight={isRight => change(index, { isRight })} />
                {there ? (
                  <p className="paper-there">{t('councilImport.there', { code: there.code })}</p>
                ) : (
                  <fieldset className="paper-proposers" id={proposers} tabIndex={-1}>
                    <legend>{t('councilImport.proposers')}</legend>
                    {read.seated.map(agency => (
                      <label key={agency} className="choice">
                        <input
                          type="checkbox"
                          checked={task.proposedBy.includes(agency)}
                          onChange={event => toggle(agency, event.target.checked)}
                        />
                        <span>{name(agency)}</span>
                      </label>
                    ))}
                  </fieldset>
                )}
              </>
            )}
          </DraftedField>
        )
      })}
    </fieldset>
  )
}

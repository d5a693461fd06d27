import { sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../words/use-language.ts'
import type { Task } from '../client/shapes.ts'
import { SaidText } from '../said-text.tsx'

/** Every decision on the task by its number; one whose place another took is struck and stays readable. */
export function Decisions({ decisions }: Pick<Task, 'decisions'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <section className="case-section">
      <h2>{t('councilDesk.task.decisions')}</h2>
      {decisions.length === 0 ? <p className="desk-nothing">{t('councilDesk.task.noDecisions')}</p> : null}
      <ul className="council-decisions">
        {decisions.map(({ id, number, text, on, supersededBy }) => (
          <li key={id}>
            <p>
              <strong>{t('follow.decision', { number })}</strong> <small>{sayDay(on, language)}</small>
              {supersededBy ? <small> · {t('councilDesk.task.superseded', { number: supersededBy })}</small> : null}
            </p>
            <p className="council-typed">
              {supersededBy ? (
                <s>
                  <SaidText said={text} />
                </s>
              ) : (
                <SaidText said={text} />
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

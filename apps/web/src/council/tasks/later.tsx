import { isDay } from '@ieum/catalogue/days'
import { sayDay, sayMonth } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import type { Task } from '../client/shapes.ts'
import { SourceLink } from './source-link.tsx'

/** What sources report since, source by source and apart: never as a result of the council. */
export function Later({ later }: Pick<Task, 'later'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = useSaid()
  if (later.length === 0) return null
  const sayDated = (dated: string) => (isDay(dated) ? sayDay(dated, language) : sayMonth(dated, language))
  return (
    <section className="case-section council-later" aria-labelledby="task-later">
      <h2 id="task-later">{t('councilDesk.task.later')}</h2>
      <p>{t('councilDesk.task.laterText')}</p>
      <ul>
        {later.map(({ fact, dated, source }) => (
          <li key={fact.ko}>
            <p>{said(fact)}</p>
            <p>
              <small>
                <WithKorean
                  text={[
                    dated && t('councilDesk.task.dated', { day: sayDated(dated) }),
                    source.title,
                    source.confidence && t(`parts.source.confidence.${source.confidence}`),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                />{' '}
                <SourceLink source={source} />
              </small>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

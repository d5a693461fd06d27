import { useTranslation } from 'react-i18next'
import { sayMoment } from '../../desk/say-moment.ts'
import { AgencyLine } from '../../parts/agency-line.tsx'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useLanguage } from '../../words/use-language.ts'
import type { Answer, Task } from '../client/shapes.ts'

/** The agencies side by side: who proposes, and what each other one last said to it. */
export function Sides({ shown: { sides, proposedBy, answers } }: { shown: Task }) {
  const { t } = useTranslation()
  const { agency: agencyOf, ministryOf } = useDirectory()
  return (
    <section className="case-section">
      <h2>{t('councilDesk.task.sides')}</h2>
      <ul className="council-sides">
        {sides.map(agency => (
          <li key={agency}>
            <h3>
              <AgencyLine agency={agencyOf(agency)} ministry={ministryOf(agency)} isShort />
            </h3>
            {proposedBy.includes(agency) ? (
              <p>
                <strong>{t('councilDesk.position.proposes')}</strong>
              </p>
            ) : (
              <Said answers={answers.filter(one => one.agency === agency)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The last answer counts; the ones before stay to be read. */
function Said({ answers }: { answers: readonly Answer[] }) {
  const { t } = useTranslation()
  const last = answers.at(-1)
  if (!last)
    return (
      <p>
        <strong>{t('councilDesk.position.waiting')}</strong>
      </p>
    )
  const before = answers.slice(0, -1)
  return (
    <>
      <OneAnswer answer={last} />
      {before.length > 0 ? (
        <details>
          <summary>{t('councilDesk.task.before', { count: before.length })}</summary>
          {before.toReversed().map(answer => (
            <OneAnswer key={answer.at} answer={answer} />
          ))}
        </details>
      ) : null}
    </>
  )
}

function OneAnswer({ answer: { position, reason, at } }: { answer: Answer }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div className="council-answer" data-position={position}>
      <p>
        <strong>{t(`councilDesk.position.${position}`)}</strong>
      </p>
      {reason ? (
        <p className="council-typed">
          <WithKorean text={reason} />
        </p>
      ) : null}
      <p>
        <small>
          <time dateTime={at}>{t('councilDesk.task.answeredAt', { moment: sayMoment(at, language) })}</time>
        </small>
      </p>
    </div>
  )
}

import type { Companion } from '@ieum/planning'
import { sayDay } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgencyLine } from '../../parts/agency-line.tsx'
import { Money } from '../../parts/money.tsx'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import { useSubject } from '../../words/use-subject.ts'
import type { Looking } from './use-plan.ts'

/** So many are enough to see at first. */
const shownAtFirst = 5

/** What else could be used on the way: not part of it, so it stands apart. */
export function Alongside({ alongside }: { alongside: Looking<readonly Companion[]> }) {
  const { t } = useTranslation()
  const title = useId()
  const [isAll, setIsAll] = useState(false)
  if (alongside.is === 'nothing') return null
  const companions = alongside.is === 'found' ? alongside.found : []
  const rest = Math.max(0, companions.length - shownAtFirst)
  return (
    <section className="path-alongside no-print" aria-labelledby={title}>
      <h2 id={title}>{t('path.alongside.title')}</h2>
      <p role="status" className="field-help">
        {t(
          alongside.is === 'looking'
            ? 'path.alongside.looking'
            : companions.length > 0
              ? 'path.alongside.means'
              : 'path.alongside.none',
        )}
      </p>
      {companions.length > 0 ? (
        <ul>
          {companions.slice(0, isAll ? undefined : shownAtFirst).map(companion => (
            <OneCompanion key={companion.programme} companion={companion} />
          ))}
        </ul>
      ) : null}
      {rest > 0 ? (
        <button type="button" className="plain-button" aria-expanded={isAll} onClick={() => setIsAll(!isAll)}>
          {isAll ? t('path.choices.restHide') : t('path.choices.rest', { count: rest })}
        </button>
      ) : null}
    </section>
  )
}

function OneCompanion({ companion }: { companion: Companion }) {
  const { t } = useTranslation()
  const said = useSaid()
  const subject = useSubject()
  const language = useLanguage()
  const { programme: programmeOf, agency, ministryOf } = useDirectory()
  const programme = programmeOf(companion.programme)
  return (
    <li>
      <p>
        <Link to="/programmes/$id" params={{ id: companion.programme }}>
          {programme ? said(programme.name) : companion.programme}
        </Link>{' '}
        {companion.forecast ? <span className="path-forecast">{t('parts.window.forecast')}</span> : null}
      </p>
      <p className="path-alongside-support">
        {companion.support > 0 ? <Money won={companion.support} /> : t('path.legs.getsNothing')}
        {programme ? <small> {subject('kind', programme.kind)}</small> : null}
      </p>
      <p className="path-alongside-facts">
        {programme ? <AgencyLine agency={agency(programme.agency)} ministry={ministryOf(programme.agency)} /> : null}
        <span>
          {t('path.legs.apply')} <time dateTime={companion.apply}>{sayDay(companion.apply, language)}</time>
        </span>
        {companion.assumes.length > 0 ? (
          <span>{t('path.alongside.toCheck', { count: companion.assumes.length })}</span>
        ) : null}
      </p>
    </li>
  )
}

import { sayDoubt } from '@ieum/wording/papers/doubts'
import { Fragment, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useLanguage } from '../../words/use-language.ts'
import type { WrongAt } from './accepting.ts'
import type { Unsure } from './read-paper.ts'

/** What the reader could not settle, first: it is where to look. */
export function Doubts({ unsure }: { unsure: readonly Unsure[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (unsure.length === 0) return <p className="paper-part">{t('councilImport.sure')}</p>
  return (
    <section className="paper-part paper-unsure">
      <h2>{t('councilImport.unsure', { count: unsure.length })}</h2>
      <ul className="paper-list">
        {unsure.map(({ field, line, may, why }) => (
          <li key={`${field} ${line} ${why} ${may.join()}`}>
            <FieldName field={field} /> {sayDoubt(why, language)}
            {may.length > 0 ? (
              <>
                {' · '}
                {t('councilImport.perhaps')} <Perhaps may={may} />
              </>
            ) : null}
            {line === null ? '' : ` · ${t('councilImport.line', { line })}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Ids of agencies by their names; what stands in the paper as it stands there. */
function Perhaps({ may }: { may: readonly string[] }) {
  const name = useAgencyName()
  return may.map((one, index) => (
    <Fragment key={one}>
      {index > 0 ? ', ' : ''}
      {/^[a-z][a-z0-9-]*$/.test(one) ? name(one) : <span lang="ko">{one}</span>}
    </Fragment>
  ))
}

const names = {
  date: 'councilImport.date',
  from: 'councilImport.begins',
  to: 'councilImport.ends',
  place: 'councilImport.place',
  agencies: 'councilImport.agencies',
  schedule: 'councilImport.schedule',
  tasks: 'councilImport.tasks',
  title: 'councilImport.name',
  proposedBy: 'councilImport.proposers',
} as const

/** `tasks.2.proposedBy` as the page calls it. */
function FieldName({ field }: { field: string }) {
  const { t } = useTranslation()
  const name = (part: string) => (part in names ? t(names[part as keyof typeof names]) : part)
  const [part = '', number = '', of = ''] = field.split('.')
  if (part === 'session') return <strong>{name(number)}</strong>
  if (!/^\d+$/.test(number)) return <strong>{name(part)}</strong>
  return (
    <strong>
      {name(part)} {Number(number) + 1} {name(of)}
    </strong>
  )
}

export function WrongList({ wrong, box }: { wrong: readonly WrongAt[]; box: Ref<HTMLDivElement> }) {
  const { t } = useTranslation()
  return (
    <div role="alert" className="desk-refused" ref={box} tabIndex={-1}>
      <p>
        <strong>{t('councilImport.wrong.summary', { count: wrong.length })}</strong> {t('councilImport.wrong.kept')}
      </p>
      <ul>
        {wrong.map(({ at, wrong }) => (
          <li key={at}>
            <a
              href={`#${at}`}
              onClick={event => {
                event.preventDefault()
                document.getElementById(at)?.focus()
              }}
            >
              {t(`councilImport.wrong.${wrong}`)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

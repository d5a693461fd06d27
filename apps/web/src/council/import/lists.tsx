import { sayDoubt } from '@ieum/wording/papers/doubts'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useLanguage } from '../../words/use-language.ts'
import type { WrongAt } from './accepting.ts'
import type { Unsure } from './read-paper.ts'

/** What the reader could not settle, first: it is where to look. */
export function Doubts({ unsure }: { unsure: readonly Unsure[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const agencies = useAgencyName()
  const { agency } = useDirectory()
  const known = (text: string) => (/^[a-z][a-z0-9-]*$/.test(text) && agency(text) ? agencies(text) : text)
  if (unsure.length === 0) return <p className="paper-part">{t('councilImport.sure')}</p>
  return (
    <section className="paper-part paper-unsure">
      <h2>{t('councilImport.unsure', { count: unsure.length })}</h2>
      <ul className="paper-list">
        {unsure.map(({ field, line, may, why }) => (
          <li key={`${field} ${line} ${why} ${may.join()}`}>
            <strong>{fieldName(t, field)}</strong> {sayDoubt(why, language)}
            {may.length > 0 ? ` · ${t('councilImport.perhaps', { may: may.map(known).join(', ') })}` : ''}
            {line === null ? '' : ` · ${t('councilImport.line', { line })}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

type Say = ReturnType<typeof useTranslation>['t']

/** `tasks.2.proposedBy` as the page calls it. */
function fieldName(t: Say, field: string): string {
  const [part = '', number = '', of = ''] = field.split('.')
  if (part === 'session') return nameOf(t, number)
  if (!/^\d+$/.test(number)) return nameOf(t, part)
  return `${nameOf(t, part)} ${Number(number) + 1} ${nameOf(t, of)}`.trim()
}

function nameOf(t: Say, part: string): string {
  switch (part) {
    case 'date':
      return t('councilImport.date')
    case 'from':
      return t('councilImport.begins')
    case 'to':
      return t('councilImport.ends')
    case 'place':
      return t('councilImport.place')
    case 'agencies':
      return t('councilImport.agencies')
    case 'schedule':
      return t('councilImport.schedule')
    case 'tasks':
      return t('councilImport.tasks')
    case 'title':
      return t('councilImport.name')
    case 'proposedBy':
      return t('councilImport.proposers')
    default:
      return part
  }
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

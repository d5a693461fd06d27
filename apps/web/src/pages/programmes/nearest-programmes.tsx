import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useSaid } from '../../words/use-language.ts'

/** What comes nearest where a search finds nothing. */
export function NearestProgrammes({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation()
  const said = useSaid()
  const { programme } = useDirectory()
  if (ids.length === 0) return null
  return (
    <section className="programmes-nearest" aria-labelledby="nearest">
      <h2 id="nearest">{t('programmes.nearest')}</h2>
      <ul>
        {ids.map(id => (
          <li key={id}>
            <Link to="/programmes/$id" params={{ id }}>
              {said(programme(id)?.name) || id}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { standings } from '@ieum/matching'
import { useTranslation } from 'react-i18next'
import { VerdictSign } from '../../parts/verdict-mark.tsx'
import type { Groups } from './grouped.ts'

/** The five counts, which lead to their groups; a listener hears them when they change. */
export function Counts({ groups }: { groups: Groups }) {
  const { t } = useTranslation()
  const counts = {
    now: groups.now.length,
    soon: groups.soon.length,
    change: groups['after-change'].length,
    check: groups['to-check'].length,
    not: groups.not.length,
  }
  return (
    <nav className="counts" aria-label={t('find.counts')}>
      <ul>
        {standings.map(standing => (
          <li key={standing}>
            <a href={`#${standing}`} data-standing={standing}>
              <VerdictSign standing={standing} />
              <span>{t(`parts.verdict.${standing}`)}</span>
              <strong>{groups[standing].length}</strong>
            </a>
          </li>
        ))}
      </ul>
      <p className="only-heard" role="status">
        {t('find.countsHeard', counts)}
      </p>
    </nav>
  )
}

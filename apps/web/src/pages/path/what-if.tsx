import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Where one comes back to. */
export const whatIfId = (leg: number): string => `what-if-${leg}`

/** Delays that people speak of, in months. */
const delays = [1, 3, 6, 12] as const

/** What can happen to a leg; each leads to the itinerary that is then left. `leg` counts from 1, as people do. */
export function WhatIf({ leg, name }: { leg: number; name: string }) {
  const { t } = useTranslation()
  return (
    <details className="path-what-if no-print">
      <summary id={whatIfId(leg)}>
        {t('path.whatIf.title')} <span className="only-heard">{name}</span>
      </summary>
      <ul>
        <li>
          <Link {...after(`refused ${leg}`)}>{t('path.whatIf.refused')}</Link>
        </li>
        <li>
          <Link {...after(`missed ${leg}`)}>{t('path.whatIf.missed')}</Link>
        </li>
        <li>
          {t('path.whatIf.delayed')}{' '}
          {delays.map(months => (
            <Link key={months} {...after(`delayed ${leg} P${months}M`)}>
              {t('path.whatIf.delayedBy', { count: months })}
            </Link>
          ))}
        </li>
      </ul>
    </details>
  )
}

const after = (event: string) => ({
  to: '/path' as const,
  search: (before: object) => ({ ...before, event }),
  resetScroll: false,
})

import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Refused } from '../client/ask.ts'
import { DeskPage } from '../desk-page.tsx'
import { RefusedText } from '../refused-text.tsx'
import { AccessLog } from './access-log.tsx'
import { ChangeLog } from './change-log.tsx'
import { MonthReview } from './month-review.tsx'
import { parts } from './trail-asked.ts'
import { VerifyPart } from './verify-part.tsx'
import './trail.css'

const route = getRouteApi('/desk/$post/trail')

const shown = { log: AccessLog, changes: ChangeLog, review: MonthReview, verify: VerifyPart }

/** The auditor's work: who looked at whom, what was changed, the month, and whether it is all as it was written. */
export function TrailPage() {
  const { t } = useTranslation()
  const { post } = route.useParams()
  const { part = 'log' } = route.useSearch()
  const Shown = shown[part]
  return (
    <DeskPage post={post} title={t('agency.trail.title')} lead={<p>{t('agency.trail.lead')}</p>}>
      {({ role }) =>
        role === 'auditor' ? (
          <>
            <nav aria-label={t('agency.trail.parts')} className="no-print">
              <ul className="trail-parts">
                {parts.map(one => (
                  <li key={one}>
                    <Link
                      to="/desk/$post/trail"
                      params={{ post }}
                      search={before => (before.on === undefined ? { part: one } : { part: one, on: before.on })}
                      aria-current={one === part ? 'page' : undefined}
                    >
                      {t(`agency.trail.part.${one}`)}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
            <Shown key={part} post={post} />
          </>
        ) : (
          <RefusedText refused={new Refused({ status: 404, title: '' })} />
        )
      }
    </DeskPage>
  )
}

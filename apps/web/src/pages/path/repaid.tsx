import type { Itinerary } from '@ieum/planning'
import { isLent, sayMoney } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useLanguage } from '../../words/use-language.ts'
import { useSubject } from '../../words/use-subject.ts'

/** How much of the support has to be paid back; nothing when none of it has. */
export function Repaid({ itinerary }: { itinerary: Itinerary }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const subject = useSubject()
  const { programme } = useDirectory()
  const loans = itinerary.legs.flatMap(leg => {
    const kind = programme(leg.programme)?.kind
    return kind !== undefined && isLent(kind) && leg.support > 0 ? [{ kind, support: leg.support }] : []
  })
  if (loans.length === 0) return null
  const sum = loans.reduce((total, { support }) => total + support, 0)
  const kinds = [...new Set(loans.map(({ kind }) => subject('kind', kind)))].join('·')
  return <small className="path-repaid">{t('path.measure.repaid', { kinds, money: sayMoney(sum, language) })}</small>
}

import type { Link } from '@ieum/catalogue/records'
import { sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../rulebook/use-rulebook.ts'
import { useLanguage } from '../words/use-language.ts'

/** That two agencies agreed on a link at this installation, and from when it holds. */
export function AgreedHere({ link }: { link: Link }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { isAgreedHere, isDemonstration } = useDirectory()
  const from = link.valid?.from
  if (from === undefined || !isAgreedHere(link)) return null
  return (
    <small className="agreed-here">
      {t(isDemonstration ? 'parts.agreedMadeUp' : 'parts.agreedHere', { day: sayDay(from, language) })}
    </small>
  )
}

import type { Link as ProgrammeLink } from '@ieum/catalogue/records'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsked } from '../desk/client/use-asked.ts'
import { useRulebook } from '../rulebook/use-rulebook.ts'

/** Leads to the open record of the task that a link was agreed in. Tasks that the catalogue does not know are looked up among those that are open. */
export function AgreedInTask({ link }: { link: ProgrammeLink }) {
  const { t } = useTranslation()
  const { councils = [] } = useRulebook()
  const code = link.agreed?.in
  const known = councils.find(({ tasks }) => tasks.some(({ id }) => id === code))?.id
  const { value } = useAsked<{ councils: readonly { id: string; codes: readonly string[] }[] }>(
    code !== undefined && known === undefined ? '/api/councils' : undefined,
  )
  if (code === undefined) return null
  const council = known ?? value?.councils.find(({ codes }) => codes.includes(code))?.id
  if (council === undefined) return null
  return (
    <small>
      <Link to="/councils/$council/tasks/$code" params={{ council, code }}>
        {t('parts.agreedIn', { code })}
      </Link>
    </small>
  )
}

import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../parts/use-agency-name.ts'
import { useDirectory } from '../rulebook/use-rulebook.ts'
import type { Case } from './client/shapes.ts'

/** Where both agencies of a case can be called, written to and read of: as the catalogue and they themselves say. */
export function AgencyContacts({ case: { from, to, mails } }: { case: Pick<Case, 'from' | 'to' | 'mails'> }) {
  const { t } = useTranslation()
  return (
    <ul className="agency-contacts">
      <Contact agency={from.agency} side={t('desk.contacts.sender')} mail={mails.from} />
      <Contact agency={to.agency} side={t('desk.contacts.receiver')} mail={mails.to} />
    </ul>
  )
}

function Contact({ agency, side, mail }: { agency: string; side: string; mail: string | null }) {
  const { t } = useTranslation()
  const agencyName = useAgencyName()
  const { agency: agencyOf } = useDirectory()
  const { phone, url } = agencyOf(agency)
  const ways = [
    ...(phone ? [{ to: `tel:${phone}`, says: phone }] : []),
    ...(mail ? [{ to: `mailto:${mail}`, says: mail }] : []),
    ...(url ? [{ to: url, says: new URL(url).host }] : []),
  ]
  return (
    <li>
      <p>
        <strong>{agencyName(agency)}</strong> ({side})
      </p>
      <p className="row">
        {ways.map(({ to, says }) => (
          <a key={to} href={to} rel="noreferrer">
            {says}
          </a>
        ))}
        {ways.length === 0 ? t('desk.contacts.none') : null}
      </p>
    </li>
  )
}

import { may } from '@ieum/desk'
import { sayDay, sayRole } from '@ieum/wording'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { useLanguage } from '../../words/use-language.ts'
import { useSubject } from '../../words/use-subject.ts'
import { ofPost } from '../client/paths.ts'
import type { Agreement, PostCapacity } from '../client/shapes.ts'
import { useAsked } from '../client/use-asked.ts'
import { DeskPage } from '../desk-page.tsx'
import { RefusedText } from '../refused-text.tsx'
import { AgreementMark } from '../state-mark.tsx'
import { endsOf, Way } from '../way.tsx'
import { groupOf, groups } from './group-of.ts'
import { writers } from './writers.ts'

const route = getRouteApi('/desk/$post/links')

/** The links of an agency: those in force, those that are still to begin, those that wait for a signature, and what was. */
export function LinksPage() {
  const { t } = useTranslation()
  const { post } = route.useParams()
  return (
    <DeskPage post={post} title={t('desk.links.title')} lead={<p>{t('desk.links.lead')}</p>}>
      {capacity => <Links capacity={capacity} />}
    </DeskPage>
  )
}

function Links({ capacity: { post, agency, role } }: { capacity: PostCapacity }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const on = useOn()
  const { value, refused, again } = useAsked<{ agreements: readonly Agreement[]; more: boolean }>(
    ofPost(post).agreements(),
  )
  if (!value)
    return refused ? <RefusedText refused={refused} again={again} /> : <p role="status">{t('shell.waiting')}</p>
  // A secretary's part is the whole net; others come for the links of their own agency.
  const ours = value.agreements.filter(
    ({ fromAgency, toAgency }) => role === 'secretary' || fromAgency === agency || toAgency === agency,
  )
  const grouped = Map.groupBy(ours, link => groupOf(link, on))
  return (
    <>
      {may(role, 'draft link', 'none') ? (
        <p className="row">
          <Link to="/desk/$post/links/new" params={{ post }} className="button">
            {t('agreement.draw.title')}
          </Link>
        </p>
      ) : (
        <p className="field-help">
          {t('agreement.draw.who', { roles: writers.map(role => sayRole(role, language)).join(', ') })}
        </p>
      )}
      {groups.map(name => {
        const links = grouped.get(name) ?? []
        const isAlwaysThere = name === 'inForce' || name === 'waiting'
        return links.length === 0 && !isAlwaysThere ? null : (
          <section key={name} className="case-section">
            <h2>
              {t(`desk.links.group.${name}`)} <span className="desk-count">{links.length}</span>
            </h2>
            {links.length === 0 && isAlwaysThere ? (
              <p className="desk-nothing">{t(`desk.links.none.${name}`)}</p>
            ) : (
              <ul className="desk-links">
                {links.map(link => (
                  <LinkRow key={link.id} link={link} post={post} />
                ))}
              </ul>
            )}
          </section>
        )
      })}
    </>
  )
}

function LinkRow({ link, post }: { link: Agreement; post: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const subject = useSubject()
  return (
    <li className="desk-link">
      <p>
        <Way {...endsOf(link)} />
      </p>
      <p>
        <AgreementMark state={link.state} /> {subject('link', link.kind)} ·{' '}
        {t('desk.links.days', { count: link.daysToAnswer })} ·{' '}
        {link.validTo
          ? t('desk.links.span', { from: sayDay(link.validFrom, language), to: sayDay(link.validTo, language) })
          : t('desk.links.since', { from: sayDay(link.validFrom, language) })}
      </p>
      <p>
        <Link to="/desk/$post/links/$agreement" params={{ post, agreement: link.id }}>
          {t('desk.links.open', { version: link.version })}
        </Link>
      </p>
    </li>
  )
}

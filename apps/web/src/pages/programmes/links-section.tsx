import type { Link as ProgrammeLink } from '@ieum/catalogue/records'
import type { RuledEdition, RuledProgramme } from '@ieum/rules'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AgencyLine } from '../../parts/agency-line.tsx'
import { AgreedHere } from '../../parts/agreed-here.tsx'
import { AgreedInTask } from '../../parts/agreed-in-task.tsx'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useSaid } from '../../words/use-language.ts'
import { useSubject } from '../../words/use-subject.ts'
import { Section } from './section.tsx'

/** Where one comes from, where one can go on to, and what cannot be held beside it. */
export function LinksSection({ programme, edition }: { programme: RuledProgramme; edition: RuledEdition }) {
  const { t } = useTranslation()
  const { linksFrom, linksTo } = useDirectory()
  const from = linksFrom(programme.id)
  const to = linksTo(programme.id)
  const excludes = (edition.excludes ?? []).filter(id => id !== programme.id)
  if (from.length + to.length + excludes.length === 0) return null
  return (
    <Section id="links" title={t('programmes.page.links')}>
      <Links title={t('programmes.page.linksTo')} links={to} end={link => link.from.programme} />
      <Links title={t('programmes.page.linksFrom')} links={from} end={link => link.to} />
      {excludes.length > 0 ? (
        <>
          <h3>{t('programmes.page.excludes')}</h3>
          <ul className="programme-links">
            {excludes.map(id => (
              <li key={id}>
                <ProgrammeName id={id} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  )
}

interface LinksProps {
  title: string
  links: readonly ProgrammeLink[]
  end: (link: ProgrammeLink) => string
}

function Links({ title, links, end }: LinksProps) {
  const said = useSaid()
  const subject = useSubject()
  if (links.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className="programme-links">
        {links.map(link => (
          <li key={link.id}>
            <ProgrammeName id={end(link)} />
            <small>{[subject('link', link.kind), said(link.label)].filter(Boolean).join(' · ')}</small>
            <AgreedHere link={link} />
            <AgreedInTask link={link} />
          </li>
        ))}
      </ul>
    </>
  )
}

function ProgrammeName({ id }: { id: string }) {
  const said = useSaid()
  const { programme, ministryOf } = useDirectory()
  const known = programme(id)
  if (!known) return <>{id}</>
  return (
    <>
      <Link to="/programmes/$id" params={{ id }}>
        {said(known.name)}
      </Link>
      <small>
        <AgencyLine agency={ministryOf(known.agency)} />
      </small>
    </>
  )
}

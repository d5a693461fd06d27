import { editionOnDay } from '@ieum/matching'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { AgencyLine } from '../../parts/agency-line.tsx'
import { OldNoticeWarning } from '../../parts/old-notice-warning.tsx'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { Page } from '../../shell/page.tsx'
import { useSaid } from '../../words/use-language.ts'
import { useSubject } from '../../words/use-subject.ts'
import { ForYourFirm } from './for-your-firm.tsx'
import { LinksSection } from './links-section.tsx'
import { SourceSection } from './source-section.tsx'
import { WhatSection } from './what-section.tsx'
import { WhenSection } from './when-section.tsx'
import { WhoSection } from './who-section.tsx'
import './programmes.css'

const route = getRouteApi('/programmes/$id')

/** A programme as one would read it out at a helpdesk: when, what, who, what next, and where it was read. */
export function ProgrammePage() {
  const { t } = useTranslation()
  const said = useSaid()
  const subject = useSubject()
  const on = useOn()
  const { id } = route.useParams()
  const { edition: asked } = route.useSearch()
  const { programme, agency, ministryOf } = useDirectory()
  const known = programme(id)
  if (!known) return <UnknownProgramme />

  const edition = known.editions.find(one => one.edition === asked) ?? editionOnDay(known.editions, on)
  const others = known.editions.filter(one => one !== edition)
  const subjects = [
    subject('kind', known.kind),
    ...known.stages.map(stage => subject('stage', stage)),
    ...(known.chains ?? []).map(chain => subject('chain', chain)),
  ]
  return (
    <Page
      key={id}
      title={said(known.name)}
      className="programme"
      lead={
        <>
          <p>
            <AgencyLine agency={agency(known.agency)} ministry={ministryOf(known.agency)} />
          </p>
          <p>{[...new Set(subjects)].join(' · ')}</p>
          {known.summary ? <p>{said(known.summary)}</p> : null}
          <p>
            {t('programmes.page.edition', { edition: edition.edition })}
            {others.length > 0 ? ` · ${t('programmes.page.otherEditions')}: ` : null}
            {others.map((one, index) => (
              <span key={one.edition}>
                {index > 0 ? ', ' : null}
                <Link to="/programmes/$id" params={{ id }} search={{ edition: one.edition }}>
                  {one.edition}
                </Link>
              </span>
            ))}
          </p>
          <OldNoticeWarning edition={edition} on={on} />
        </>
      }
    >
      <ForYourFirm programme={known} edition={edition} />
      <WhenSection programme={known} edition={edition} />
      <WhatSection edition={edition} />
      <WhoSection edition={edition} />
      <LinksSection programme={known} edition={edition} />
      <SourceSection programme={known} edition={edition} />
    </Page>
  )
}

function UnknownProgramme() {
  const { t } = useTranslation()
  return (
    <Page title={t('programmes.unknownTitle')} lead={<p>{t('programmes.unknownText')}</p>}>
      <p className="row">
        <Link to="/programmes" className="button">
          {t('shell.toProgrammes')}
        </Link>
      </p>
    </Page>
  )
}

import type { RuledEdition, RuledProgramme } from '@ieum/rules'
import { useTranslation } from 'react-i18next'
import { SourceLine } from '../../parts/source-line.tsx'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useSaid } from '../../words/use-language.ts'
import { FactOf, Facts, Section } from './section.tsx'
import { useUnseen } from './use-unseen.ts'

/** Papers, whom to ask, where it was read, and what was looked for and not found. */
export function SourceSection({ programme, edition }: { programme: RuledProgramme; edition: RuledEdition }) {
  const { t } = useTranslation()
  const said = useSaid()
  const sayUnseen = useUnseen()
  const { agency } = useDirectory()
  const runBy = agency(programme.agency)
  const agencyName = useAgencyName()(runBy.id)
  const { documents = [], contact, note, source, unseen = [] } = edition
  return (
    <Section id="source" title={t('programmes.page.contactAndSource')}>
      <Facts>
        <FactOf name={t('programmes.page.documents')}>
          {documents.length > 0 ? <WithKorean text={documents.join(' · ')} /> : null}
        </FactOf>
        <FactOf name={t('programmes.page.contact')}>
          <WithKorean
            text={[contact, contact?.includes(agencyName) ? undefined : agencyName, runBy.phone]
              .filter(Boolean)
              .join(' · ')}
          />
          {runBy.url ? (
            <>
              {' '}
              <a href={runBy.url} rel="noreferrer">
                {new URL(runBy.url).host}
              </a>
            </>
          ) : null}
        </FactOf>
        <FactOf name={t('programmes.page.note')}>{note ? said(note) : null}</FactOf>
        <FactOf name={t('programmes.page.source')}>
          <SourceLine source={source} />
        </FactOf>
        <FactOf name={t('programmes.page.unseen')}>
          {unseen.length > 0 ? <span className="programme-unseen">{unseen.map(sayUnseen).join(' · ')}</span> : null}
        </FactOf>
      </Facts>
    </Section>
  )
}

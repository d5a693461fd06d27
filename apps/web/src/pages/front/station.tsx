import type { Pathway } from '@ieum/catalogue/records'
import type { RuledProgramme } from '@ieum/rules'
import { useTranslation } from 'react-i18next'
import { AgencyLine } from '../../parts/agency-line.tsx'
import { useDirectory, useRulebook } from '../../rulebook/use-rulebook.ts'
import { useSaid } from '../../words/use-language.ts'
import { useSubject } from '../../words/use-subject.ts'
import { linesAtStage } from './stage-lines.ts'

interface StationProps {
  pathway: Pathway
  waypoint: string
  /** Set when the waypoint is one programme rather than a stage. */
  programme: RuledProgramme | undefined
}

/** A stop of a pathway, and whose lines stop there. */
export function Station({ pathway, waypoint, programme }: StationProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const subject = useSubject()
  const { programmes } = useRulebook()
  const { agency, ministryOf } = useDirectory()
  const lines = programme
    ? [{ ministry: ministryOf(programme.agency).id, programmes: 1 }]
    : linesAtStage(programmes, pathway, waypoint, ministryOf)

  return (
    <li className="station" data-ministry={programme && ministryOf(programme.agency).id}>
      <strong>{programme ? said(programme.name) : subject('stage', waypoint)}</strong>
      <ul className="station-lines">
        {lines.map(line => (
          <li key={line.ministry}>
            <AgencyLine agency={agency(line.ministry)}>
              {programme ? null : t('front.programmesHere', { count: line.programmes })}
            </AgencyLine>
          </li>
        ))}
      </ul>
    </li>
  )
}

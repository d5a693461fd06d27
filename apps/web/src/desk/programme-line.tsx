import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AgencyLine } from '../parts/agency-line.tsx'
import { useProgrammeName } from '../parts/use-programme-name.ts'
import { useDirectory } from '../rulebook/use-rulebook.ts'

interface ProgrammeLineProps {
  /** Left out where nobody has said whose programme it is. */
  agency?: string | undefined
  programme: string
  linked?: boolean
  isShort?: boolean
}

/** One end of a hand-off: the programme, and whose line it lies on. */
export function ProgrammeLine({ agency, programme, linked = false, isShort = false }: ProgrammeLineProps) {
  const { t } = useTranslation()
  const directory = useDirectory()
  const name = useProgrammeName()(programme)
  return (
    <span className="programme-line">
      {linked && directory.programme(programme) ? (
        <Link to="/programmes/$id" params={{ id: programme }}>
          {name}
        </Link>
      ) : (
        <span className="programme-line-name">{name}</span>
      )}
      {agency === undefined ? (
        <span className="programme-line-outside">{t('parts.outsideCatalogue')}</span>
      ) : (
        <AgencyLine agency={directory.agency(agency)} ministry={directory.ministryOf(agency)} isShort={isShort} />
      )}
    </span>
  )
}

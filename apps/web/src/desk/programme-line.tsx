import { Link } from '@tanstack/react-router'
import { AgencyLine } from '../parts/agency-line.tsx'
import { useDirectory } from '../rulebook/use-rulebook.ts'
import { useSaid } from '../words/use-language.ts'

interface ProgrammeLineProps {
  agency: string
  programme: string
  linked?: boolean
  isShort?: boolean
}

/** One end of a hand-off: the programme, and whose line it lies on. */
export function ProgrammeLine({ agency, programme, linked = false, isShort = false }: ProgrammeLineProps) {
  const directory = useDirectory()
  const said = useSaid()
  const name = said(directory.programme(programme)?.name) || programme
  return (
    <span className="programme-line">
      {linked ? (
        <Link to="/programmes/$id" params={{ id: programme }}>
          {name}
        </Link>
      ) : (
        <span className="programme-line-name">{name}</span>
      )}
      <AgencyLine agency={directory.agency(agency)} ministry={directory.ministryOf(agency)} isShort={isShort} />
    </span>
  )
}

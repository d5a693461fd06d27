import { findingOfStep } from '../../council/follow/finding-of.ts'
import { OntoAgenda } from '../../council/follow/onto-agenda.tsx'
import { useProgrammeName } from '../../parts/use-programme-name.ts'
import { wasSignedIn } from '../../shell/sign-in-hint.ts'
import type { Net } from './net.ts'

interface BreaksProps {
  net: Net
  /** The line and the station that one looks at; without either, the whole map. */
  line: string | undefined
  station: string | undefined
  on: string
}

/** The breaks of what one looks at, each with its way onto an agenda, for who sits in a council. */
export function Breaks({ net, line, station, on }: BreaksProps) {
  const nameOf = useProgrammeName()
  if (!wasSignedIn()) return null
  const isWhole = line === undefined && station === undefined
  const steps = net.lines
    .flatMap(({ steps }) => steps)
    .filter(
      ({ isBreak, pathway, from, to }) =>
        isBreak && (isWhole || pathway === line || from === station || to === station),
    )
  // Two lines may share a step.
  const breaks = [...new Map(steps.map(step => [`${step.from} ${step.to}`, step])).values()]
  if (breaks.length === 0) return null
  return (
    <ul className="network-breaks">
      {breaks.map(step => (
        <li key={`${step.from} ${step.to}`}>
          <p>
            {nameOf(step.from)} <span aria-hidden="true">⇥</span> {nameOf(step.to)}
          </p>
          <OntoAgenda finding={findingOfStep(step, on)} isShort />
        </li>
      ))}
    </ul>
  )
}

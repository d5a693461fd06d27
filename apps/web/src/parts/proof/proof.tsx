import type { Result } from '@ieum/matching'
import type { RuledEdition } from '@ieum/rules'
import { useTranslation } from 'react-i18next'
import { Changes } from './changes.tsx'
import { type ProofLine as Line, proofLines } from './lines.ts'
import { ProofLine } from './proof-line.tsx'

interface ProofProps {
  result: Result
  edition: RuledEdition
  /** Lets a missing fact be answered on the spot. */
  onAsk?: ((fact: string) => void) | undefined
}

/** Why a verdict is what it is: each sentence of the notice, what is known, how it stands, what would change it. */
export function Proof({ result, edition, onAsk }: ProofProps) {
  const { t } = useTranslation()
  const { open, met, clear } = proofLines(result, edition)
  return (
    <div className="proof">
      {result.verdict === 'not-eligible' ? <Changes changes={result.changes} /> : null}
      {open.length > 0 ? <Lines lines={open} onAsk={onAsk} /> : null}
      <Folded summary={t('find.proof.metOnes', { count: met.length })} lines={met} />
      <Folded summary={t('find.proof.clearOnes', { count: clear.length })} lines={clear} />
    </div>
  )
}

function Lines({ lines, onAsk }: { lines: readonly Line[]; onAsk?: ProofProps['onAsk'] }) {
  return (
    <ul className="proof-lines">
      {lines.map(line => (
        <ProofLine key={`${line.result.exclusion ?? false} ${line.result.id}`} line={line} onAsk={onAsk} />
      ))}
    </ul>
  )
}

function Folded({ summary, lines }: { summary: string; lines: readonly Line[] }) {
  if (lines.length === 0) return null
  return (
    <details className="proof-folded">
      <summary>{summary}</summary>
      <Lines lines={lines} />
    </details>
  )
}

import type { Said } from '../said.ts'
import { SaidText } from '../said-text.tsx'

/** Of which item a button is: seen by where it stands, heard by name. */
export function OfItem({ title }: { title: Said }) {
  return (
    <span className="only-heard">
      {': '}
      <SaidText said={title} />
    </span>
  )
}

/** What is wrong with one field, below it. */
export function Fault({ shown, children }: { shown: boolean; children: string }) {
  return shown ? <p className="field-wrong">{children}</p> : null
}

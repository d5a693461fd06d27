import type { Accepting, WrongAt } from './accepting.ts'
import type { PaperRead } from './read-paper.ts'

/** What each part of the form is given. */
export interface PartProps {
  form: Accepting
  setForm: (form: Accepting) => void
  read: PaperRead
  wrongAt: (at: string) => WrongAt['wrong'] | undefined
}

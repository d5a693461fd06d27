import type { Dossier } from '../client/shapes.ts'

export interface DossierPartProps {
  readonly firm: string
  readonly dossier: Dossier
  /** It was changed: what is to be told of it. */
  readonly onChanged: (told: string) => void
}

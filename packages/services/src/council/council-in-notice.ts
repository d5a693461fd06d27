/** A council as a notice says it: by the name that it has now, for the catalogue does not know those that were drawn up here. */
import type { CouncilRow } from './standing.ts'

export const councilInNotice = ({ id, name_ko, name_en }: Pick<CouncilRow, 'id' | 'name_ko' | 'name_en'>) => ({
  council: id,
  councilName: { ko: name_ko, en: name_en },
})

import { useTranslation } from 'react-i18next'
import type { Shown } from './shapes.ts'

/** A swatch with the hatching of the map, and the word beside it: never told by colour alone. */
export function KindMark({ kind }: { kind: Shown }) {
  const { t } = useTranslation()
  return (
    <span className="closing-kind" data-kind={kind}>
      <span className="closing-swatch" aria-hidden="true">
        {t(`closing.sign.${kind}`)}
      </span>
      {t(`closing.kind.${kind}`)}
    </span>
  )
}

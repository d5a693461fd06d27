import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../parts/with-korean.tsx'
import type { Place } from './place.ts'
import { nameOf } from './shapes.ts'
import { useClosingWords } from './use-closing-words.ts'

/** What is known of the shape that one stands at. */
export function PlacePanel({ place: { lines }, onClose }: { place: Place; onClose: () => void }) {
  const { t } = useTranslation()
  const words = useClosingWords()
  return (
    <div className="closing-panel">
      {lines.map(line => (
        <div key={line.code}>
          <h2>
            <WithKorean text={nameOf(line)} />
          </h2>
          <p>{words.rule(line)}</p>
          {line.madeUp ? <p className="closing-made-up">{t('closing.madeUpShort')}</p> : null}
          {line.next.length > 0 ? (
            <p>
              {t('closing.next')}: <strong>{words.short(line.next[0]!.day)}</strong>
            </p>
          ) : null}
          <p>
            <Link to="/closing-days/$code" params={{ code: line.code }}>
              {t('closing.open')}
            </Link>
          </p>
        </div>
      ))}
      <button type="button" className="button quiet" onClick={onClose}>
        {t('closing.close')}
      </button>
    </div>
  )
}

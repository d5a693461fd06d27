import type { Day } from '@ieum/catalogue/records'
import type { Itinerary } from '@ieum/planning'
import { useTranslation } from 'react-i18next'
import { Legend } from './legend.tsx'
import { LineMapPicture } from './line-map-picture.tsx'
import { TimeLinePicture } from './time-line-picture.tsx'
import { useWidth } from './use-width.ts'
import './picture.css'

/** Below this the way stands upright. */
const narrow = 560

/** The way as a picture. It is not read out: the list below it says the same and more. */
export function Picture({ itinerary, on }: { itinerary: Itinerary; on: Day }) {
  const { t } = useTranslation()
  const [frame, width] = useWidth()
  return (
    <figure className="path-picture">
      <figcaption className="only-heard">{t('path.picture.sameBelow')}</figcaption>
      <div ref={frame} aria-hidden="true">
        {width === 0 ? null : width < narrow ? (
          <LineMapPicture itinerary={itinerary} />
        ) : (
          <TimeLinePicture itinerary={itinerary} on={on} width={width} />
        )}
        <Legend />
      </div>
    </figure>
  )
}

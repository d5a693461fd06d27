import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Hatch } from './hatch.tsx'

/** What the signs of the picture mean. */
export function Legend() {
  const { t } = useTranslation()
  const id = useId()
  return (
    <ul className="path-legend">
      <li>
        <svg aria-hidden="true" width="16" height="20" className="leg">
          <circle className="apply" cx="8" cy="10" r="6" />
        </svg>
        {t('path.picture.apply')}
      </li>
      <li>
        <svg aria-hidden="true" width="28" height="20" className="leg">
          <line className="waiting" x1="0" x2="28" y1="10" y2="10" />
        </svg>
        {t('path.picture.waiting')}
      </li>
      <li>
        <svg aria-hidden="true" width="12" height="20" className="leg">
          <circle className="decided" cx="6" cy="10" r="5" />
        </svg>
        {t('path.picture.decided')}
      </li>
      <li>
        <svg aria-hidden="true" width="28" height="20" className="leg">
          <rect className="supported" x="0" y="4" width="28" height="12" />
        </svg>
        {t('path.picture.support')}
      </li>
      <li>
        <svg aria-hidden="true" width="30" height="20" className="leg forecast">
          <defs>
            <Hatch id={id} ministry="" />
          </defs>
          <rect className="supported" x="1" y="4" width="28" height="12" fill={`url(#${id})`} />
        </svg>
        {t('path.picture.forecast')}
      </li>
      <li>
        <svg aria-hidden="true" width="8" height="20" className="leg">
          <line className="ends" x1="4" x2="4" y1="0" y2="20" />
        </svg>
        {t('path.picture.ends')}
      </li>
      <li>
        <svg aria-hidden="true" width="20" height="20" className="transfer">
          <circle cx="10" cy="10" r="7.5" />
        </svg>
        {t('path.picture.transfer')}
      </li>
    </ul>
  )
}

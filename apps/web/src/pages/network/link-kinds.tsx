import type { Link } from '@ieum/catalogue/records'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useSubject } from '../../words/use-subject.ts'

interface LinkKindsProps {
  links: readonly Link[]
  hidden: ReadonlySet<string>
  onHide: (kinds: ReadonlySet<string>) => void
}

/** How the links are drawn, by kind; a kind can be left out. */
export function LinkKinds({ links, hidden, onHide }: LinkKindsProps) {
  const { t } = useTranslation()
  const subject = useSubject()
  const { isAgreedHere, isDemonstration } = useDirectory()
  const kinds = [...Map.groupBy(links, ({ kind }) => kind)].toSorted((a, b) => b[1].length - a[1].length)
  return (
    <div className="network-legend">
      {kinds.length > 0 ? (
        <fieldset>
          <legend>{t('network.links')}</legend>
          {kinds.map(([kind, its]) => (
            <label key={kind} className="choice">
              <input
                type="checkbox"
                checked={!hidden.has(kind)}
                onChange={({ target }) =>
                  onHide(
                    target.checked ? new Set([...hidden].filter(other => other !== kind)) : new Set([...hidden, kind]),
                  )
                }
              />
              <svg aria-hidden="true" width="40" height="12" className="link" data-kind={kind}>
                <path d="M1 6H31" />
                <path className="arrow" d="M31 1.5l8 4.5-8 4.5z" />
              </svg>
              {t('network.linkCount', { kind: subject('link', kind), count: its.length })}
            </label>
          ))}
        </fieldset>
      ) : null}
      <ul className="network-signs">
        {links.some(isAgreedHere) ? (
          <li>
            <svg aria-hidden="true" width="40" height="12" className="link" data-here>
              <path d="M1 6H31" />
              <path className="arrow" d="M31 1.5l8 4.5-8 4.5z" />
            </svg>
            {t(isDemonstration ? 'network.agreedMadeUp' : 'network.agreedHere')}
          </li>
        ) : null}
        <li>
          <svg aria-hidden="true" width="20" height="20" className="map-station on-line">
            <circle cx="10" cy="10" r="6.5" />
          </svg>
          {t('network.onLine')}
        </li>
        <li>
          <svg aria-hidden="true" width="20" height="20" className="map-station linked">
            <circle cx="10" cy="10" r="5" />
          </svg>
          {t('network.linkedStation')}
        </li>
        <li>
          <svg aria-hidden="true" width="20" height="20" className="map-station plain">
            <circle cx="10" cy="10" r="3.5" />
          </svg>
          {t('network.plainStation')}
        </li>
        <li>
          <svg aria-hidden="true" width="20" height="20" className="map-station on-line transfer">
            <circle cx="10" cy="10" r="7" />
          </svg>
          {t('network.transfer')}
        </li>
        <li>
          <svg aria-hidden="true" width="44" height="20" className="line-step broken" data-line="1">
            <path d="M0 10H44" />
            <g className="break" transform="translate(22 10)">
              <rect x="-9" y="-7" width="18" height="14" />
              <path d="M-6 7L-1 -7M1 7L6 -7" />
            </g>
          </svg>
          {t('network.broken')}: {t('network.brokenWhy')}
        </li>
      </ul>
    </div>
  )
}

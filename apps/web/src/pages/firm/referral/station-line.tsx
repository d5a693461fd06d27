import { sayShortDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { AgencyLine } from '../../../parts/agency-line.tsx'
import { useDirectory } from '../../../rulebook/use-rulebook.ts'
import { useLanguage } from '../../../words/use-language.ts'
import type { OwnCase } from '../client/shapes.ts'
import { stationsOf } from './stations.ts'

/** The case as a line map: it starts on the line of the agency that sends, and changes over to the one that receives. */
export function StationLine({ shown }: { shown: OwnCase }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { agency, ministryOf } = useDirectory()
  const { from, to } = shown
  const stations = stationsOf(shown)
  const ministry = { sender: ministryOf(from.agency).id, receiver: ministryOf(to.agency).id }
  return (
    <section className="firm-section" aria-labelledby="stations-title">
      <h2 id="stations-title">{t('firm.referral.line')}</h2>
      <p className="stations-legend">
        <span>
          <AgencyLine agency={agency(from.agency)} ministry={ministryOf(from.agency)} /> {t('firm.referral.sends')}
        </span>
        <span>
          <AgencyLine agency={agency(to.agency)} ministry={ministryOf(to.agency)} /> {t('firm.referral.receives')}
        </span>
      </p>
      <ol className="stations">
        {stations.map(({ state, stands, on, line, isLast }, index) => (
          <li
            key={state}
            data-stands={stands}
            data-ministry={ministry[line]}
            data-transfer={line === 'sender' && stations[index + 1]?.line === 'receiver' ? true : undefined}
            data-last={isLast || undefined}
            aria-current={stands === 'here' ? 'step' : undefined}
          >
            <span className="station-name">
              {t(`firm.station.${state}`)}
              {stands === 'here' ? <span className="only-heard"> — {t('firm.referral.here')}</span> : null}
            </span>
            <span className="station-day">
              {stands === 'ahead' ? <span className="only-heard">{t('firm.referral.ahead')}</span> : null}
              {on ? sayShortDay(on, language) : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

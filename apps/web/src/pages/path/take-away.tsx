import type { Itinerary } from '@ieum/planning'
import { useTranslation } from 'react-i18next'
import { today } from '../../day/today.ts'
import { offerFile } from '../../parts/offer-file.ts'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useLanguage, useSaid } from '../../words/use-language.ts'

/** The way as a calendar file, or on paper. */
export function TakeAway({ itinerary }: { itinerary: Itinerary }) {
  const { t } = useTranslation()
  const said = useSaid()
  const language = useLanguage()
  const agencyName = useAgencyName()
  const { programme } = useDirectory()

  const saveCalendar = async () => {
    const { itineraryCalendar } = await import('@ieum/documents')
    const legs = itinerary.legs.map(leg => {
      const its = programme(leg.programme)
      return { ...leg, name: its ? said(its.name) : leg.programme, agency: agencyName(leg.agency) }
    })
    const title = t('path.take.calendarName', { name: legs.at(-1)!.name })
    const calendar = itineraryCalendar({ title, legs, language, made: today() })
    offerFile(`ieum-path-${itinerary.arrives}.ics`, 'text/calendar;charset=utf-8', calendar)
  }

  return (
    <section className="path-take no-print">
      <h2>{t('path.take.title')}</h2>
      <p className="row">
        <button type="button" className="button" onClick={() => void saveCalendar()}>
          {t('path.take.calendar')}
        </button>
        <button type="button" className="button quiet" onClick={() => print()}>
          {t('path.take.print')}
        </button>
      </p>
      <p className="field-help">{t('path.take.note')}</p>
    </section>
  )
}

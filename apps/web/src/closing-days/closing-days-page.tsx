import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsked } from '../desk/client/use-asked.ts'
import { WithKorean } from '../parts/with-korean.tsx'
import { Page } from '../shell/page.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { ClosingLawText } from './closing-law-text.tsx'
import { ClosingMap } from './closing-map.tsx'
import { ClosingSearch } from './closing-search.tsx'
import { ClosingTable } from './closing-table.tsx'
import { NotLoaded } from './not-loaded.tsx'
import { type ClosingList, nameOf } from './shapes.ts'
import { useAskedDay } from './use-asked-day.ts'
import './closing.css'

/** When large marts close, municipality by municipality: found by name, on a map, and in a table. */
export function ClosingDaysPage() {
  const { t } = useTranslation()
  const askedDay = useAskedDay()
  const { value, refused, again } = useAsked<ClosingList>(`/api/closing-days?${askedDay}`)
  const [isTable, setIsTable] = useState(false)

  if (!value)
    return (
      <Page title={t('closing.title')} className="closing" lead={<p>{t('closing.lead')}</p>}>
        {refused ? <NotLoaded again={again} /> : <Waiting />}
      </Page>
    )
  const { municipalities, law } = value
  const madeUp = municipalities.filter(line => line.madeUp)
  const known = municipalities.filter(line => line.kind !== 'unknown' && line.kind !== 'planned' && !line.madeUp)
  return (
    <Page title={t('closing.title')} className="closing" lead={<p>{t('closing.lead')}</p>}>
      <ClosingSearch municipalities={municipalities} />
      <p className="closing-known">{t('closing.known', { all: municipalities.length, count: known.length })}</p>
      {madeUp.length > 0 ? (
        <p className="closing-made-up">
          <WithKorean text={t('closing.madeUpSome', { names: madeUp.map(nameOf).join(' · ') })} />
        </p>
      ) : null}
      <fieldset className="closing-how">
        <legend className="only-heard">{t('closing.how')}</legend>
        {[false, true].map(asTable => (
          <label key={String(asTable)} className="choice">
            <input type="radio" name="closing-how" checked={isTable === asTable} onChange={() => setIsTable(asTable)} />
            {t(asTable ? 'closing.asTable' : 'closing.asMap')}
          </label>
        ))}
      </fieldset>
      {isTable ? <ClosingTable municipalities={municipalities} /> : <ClosingMap municipalities={municipalities} />}
      <ClosingLawText law={law} title={t('closing.law')} />
    </Page>
  )
}

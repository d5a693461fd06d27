import { isAbout, isOpen, type WindowDays, windowDays } from '@ieum/catalogue/windows'
import { nextToOpen, windowOnDay } from '@ieum/matching'
import type { RuledEdition, RuledProgramme } from '@ieum/rules'
import { sayDay, sayMonth } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { DateWords } from '../../parts/date-words.tsx'
import { NextWindow } from '../../parts/next-window.tsx'
import { dateWordsOf, shownWindow } from '../../parts/shown-window.ts'
import { useWindowDay } from '../../parts/use-window-day.ts'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import { FactOf, Facts, Section } from './section.tsx'

export function WhenSection({ programme, edition }: { programme: RuledProgramme; edition: RuledEdition }) {
  const { t } = useTranslation()
  const on = useOn()
  const said = useSaid()
  const sayWindow = useWindow()
  const { decision, months } = edition
  const window = windowOnDay(edition, on)
  const next = isOpen(window.state) ? undefined : nextToOpen([programme], on)[0]
  const windows = edition.windows.map(one => ({ window: windowDays(one, edition), isForecast: false }))
  const isRolling = edition.windows.some(({ rolling }) => rolling)
  return (
    <Section id="when" title={t('programmes.page.when')}>
      <Facts>
        <FactOf name={t('programmes.page.windows')}>
          {edition.windows.length === 0 ? t('parts.window.unannounced') : null}
          {edition.windows.map(one => (
            <p key={JSON.stringify(one)}>
              {sayWindow(windowDays(one, edition))}
              {one.note ? ` (${said(one.note)})` : null}
            </p>
          ))}
        </FactOf>
        <FactOf name={t(isOpen(window.state) ? 'programmes.page.now' : 'programmes.page.next')}>
          <NextWindow window={window} next={next} />
        </FactOf>
        <FactOf name={t('programmes.page.decided')}>
          <Decided by={decision?.by} days={decision?.days} isRolling={isRolling} />
        </FactOf>
        <FactOf name={t('programmes.page.months')}>
          {months === undefined ? null : t('programmes.page.monthsText', { count: months })}
        </FactOf>
      </Facts>
      <DateWords {...dateWordsOf([shownWindow(window, next), ...windows])} />
    </Section>
  )
}

function Decided({ by, days, isRolling }: { by: string | undefined; days: number | undefined; isRolling: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (by) {
    const day = by.length === 7 ? sayMonth(`${by}-01`, language) : sayDay(by, language)
    return <>{t('programmes.page.decidedBy', { day })}</>
  }
  if (days === undefined) return <>{t('programmes.page.decidedUnknown')}</>
  return <>{t(isRolling ? 'programmes.page.decidedRollingDays' : 'programmes.page.decidedDays', { count: days })}</>
}

/** A window in a sentence, whatever the day. */
function useWindow(): (window: WindowDays) => string {
  const { t } = useTranslation()
  const say = useWindowDay()
  return window => {
    const { opens, closes, opensAt, closesAt, rolling, until } = window
    const from = say(opens, isAbout(window, 'opens'), opensAt)
    const end = until ? t(until === 'budget' ? 'parts.window.untilBudget' : 'parts.window.untilPlaces') : undefined
    const days =
      closes && !end
        ? t('programmes.page.opensAt', { from, to: say(closes, isAbout(window, 'closes'), closesAt) })
        : t('programmes.page.opensFrom', { from })
    return [rolling ? t('parts.window.rolling') : undefined, days, end].filter(Boolean).join(' · ')
  }
}

import { addDays, addMonths, firstOfMonth } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsked } from '../desk/client/use-asked.ts'
import { WithKorean } from '../parts/with-korean.tsx'
import { Page } from '../shell/page.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { useLanguage } from '../words/use-language.ts'
import { ClosingLawText } from './closing-law-text.tsx'
import { MonthOfClosing } from './month-of-closing.tsx'
import { NotLoaded } from './not-loaded.tsx'
import { type ClosingOfMunicipality, nameOf } from './shapes.ts'
import { TermsText } from './terms-text.tsx'
import { useAskedDay } from './use-asked-day.ts'
import { useClosingWords } from './use-closing-words.ts'
import './closing.css'

const route = getRouteApi('/closing-days/$code')

const shownMonths = 3
const lastShown = (first: Day): Day => addDays(addMonths(first, shownMonths), -1)

/** One municipality: when large marts close there, from when, on whose word, and the same as a calendar. */
export function MunicipalityPage() {
  const { t } = useTranslation()
  const words = useClosingWords()
  const language = useLanguage()
  const askedDay = useAskedDay()
  const { code } = route.useParams()
  /** The first month that is shown; the present one until another is turned to. */
  const [turned, setTurned] = useState<Day>()
  const span = turned ? `&from=${turned}&to=${lastShown(turned)}` : ''
  const { value, refused, again } = useAsked<ClosingOfMunicipality>(
    `/api/closing-days/${encodeURIComponent(code)}?${askedDay}${span}`,
  )

  if (refused?.status === 404)
    return (
      <Page title={t('closing.noPlace')} className="closing">
        <p>{t('closing.noPlaceText')}</p>
        <p>
          <Link to="/closing-days">{t('closing.all')}</Link>
        </p>
      </Page>
    )
  if (!value)
    return (
      <Page title={t('closing.title')} className="closing">
        {refused ? <NotLoaded again={again} /> : <Waiting />}
      </Page>
    )
  const { municipality, now, coming, law } = value
  const name = nameOf(municipality)
  const first = turned ?? firstOfMonth(value.on)
  const months = Array.from({ length: shownMonths }, (_, index) => addMonths(first, index))
  const status = now?.status ?? 'unknown'
  const file = `/api/closing-days/${encodeURIComponent(code)}.ics?lang=${language}`
  return (
    <Page
      // A heading is in one language: in English the name stands below it, marked as Korean.
      title={language === 'ko' ? t('closing.pageTitle', { name }) : t('closing.title')}
      className="closing"
      lead={
        <p className="row">
          {language === 'ko' ? null : (
            <strong className="closing-name">
              <WithKorean text={name} />
            </strong>
          )}
          <Link to="/closing-days">{t('closing.all')}</Link>
        </p>
      }
    >
      {municipality.madeUp ? (
        <p className="closing-made-up">
          <strong>{t('closing.madeUp')}</strong>
        </p>
      ) : null}
      <section className="closing-answer" aria-label={t('closing.when')}>
        <p className="closing-rule-large">{words.rule(municipality)}</p>
        <p>{t(`closing.status.${status}`)}</p>
        {municipality.next.length > 0 ? (
          <>
            <h2>{t('closing.nextFour')}</h2>
            <ol className="closing-next-days">
              {municipality.next.map(({ day, is, for: instead, approximate }) => (
                <li key={day}>
                  <time dateTime={day}>{words.day(day)}</time>
                  {is !== 'regular' && instead ? (
                    <small> {t('closing.movedFor', { day: words.short(instead) })}</small>
                  ) : null}
                  {approximate ? <small> {t('closing.approximate')}</small> : null}
                </li>
              ))}
            </ol>
            <p className="field-help">{t('closing.ask')}</p>
          </>
        ) : null}
        {municipality.rule !== null || coming?.rule ? (
          <p className="row">
            <a className="button" href={`webcal://${location.host}${file}`}>
              {t('closing.subscribe')}
            </a>
            <a href={file} download={`closing-days-${code}.ics`}>
              {t('closing.download')}
            </a>
          </p>
        ) : (
          <p className="field-help">{t('closing.noCalendar')}</p>
        )}
      </section>
      {municipality.rule !== null || coming ? (
        <section aria-labelledby="closing-months">
          <div className="closing-months-head">
            <h2 id="closing-months">{t('closing.months')}</h2>
            <button type="button" className="button quiet" onClick={() => setTurned(addMonths(first, -shownMonths))}>
              {t('closing.earlier')}
            </button>
            <button type="button" className="button quiet" onClick={() => setTurned(addMonths(first, shownMonths))}>
              {t('closing.later')}
            </button>
          </div>
          <div className="closing-months">
            {months.map(month => (
              <MonthOfClosing
                key={month}
                month={month}
                days={value.days}
                today={value.on}
                isKnown={month >= value.from && month <= value.to}
              />
            ))}
          </div>
        </section>
      ) : null}
      {coming ? (
        <section aria-labelledby="closing-coming">
          <h2 id="closing-coming">{t('closing.coming', { from: words.dayOrMonth(coming.from ?? '') })}</h2>
          <TermsText terms={coming} />
        </section>
      ) : null}
      {now ? (
        <section aria-labelledby="closing-terms">
          <h2 id="closing-terms">{t('closing.terms')}</h2>
          <TermsText terms={now} />
        </section>
      ) : null}
      <ClosingLawText law={law} title={t(now ? 'closing.law' : 'closing.lawHere')} />
    </Page>
  )
}

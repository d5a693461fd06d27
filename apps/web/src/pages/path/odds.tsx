import type { Competition } from '@ieum/catalogue/records'
import type { Odds } from '@ieum/planning'
import { sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../words/use-language.ts'

/** More than two figures would promise what one year's competition cannot. */
const sayChance = (chance: number): string => `${Number((chance * 100).toPrecision(2))}%`

/** The chance of one leg, after the competition of a year; or that it is not known. */
export function LegOdds({ chance, competition }: { chance: number | null; competition: Competition | undefined }) {
  const { t } = useTranslation()
  if (chance === null || !competition) return t('path.odds.unknown')
  const ratio = applicantsForAPlace(competition).toFixed(1)
  return (
    <>
      {t('path.odds.about', { chance: sayChance(chance) })}{' '}
      <small>{t('path.odds.competition', { ratio, year: competition.year })}</small>
    </>
  )
}

/** 7.7 of 7.7 to 1. */
const applicantsForAPlace = ({ ratio, applied = 1, chosen = 1 }: Competition): number => ratio ?? applied / chosen

/** The chance of the whole way and when one arrives with it; or for how many of its legs the chance is not known. */
export function WholeOdds({ odds }: { odds: Odds }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const count = odds.legs.filter(chance => chance === null).length
  return (
    <dl className="path-odds">
      <div>
        <dt>{t('path.odds.all')}</dt>
        <dd>
          {odds.all === null
            ? t(count === odds.legs.length ? 'path.odds.noneKnown' : 'path.odds.someUnknown', {
                count,
                all: odds.legs.length,
              })
            : t('path.odds.about', { chance: sayChance(odds.all) })}
        </dd>
      </div>
      {odds.all === null ? null : (
        <div>
          <dt>{t('path.odds.expected')}</dt>
          <dd>
            {odds.expected === null ? (
              t('path.odds.notEachYear')
            ) : (
              <>
                <time dateTime={odds.expected}>{sayDay(odds.expected, language)}</time>{' '}
                <small>{t('path.odds.expectedMeans')}</small>
              </>
            )}
          </dd>
        </div>
      )}
    </dl>
  )
}

import type { Day } from '@ieum/catalogue/records'
import type { Leg } from '@ieum/planning'
import { sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../../../rulebook/use-rulebook.ts'
import { useLanguage, useSaid } from '../../../words/use-language.ts'
import type { Said } from './time-line.ts'

/** What stands in the pictures at a leg and at its stations. */
export function useSaidLegs(): Said & { day: (day: Day) => string } {
  const { t } = useTranslation()
  const said = useSaid()
  const language = useLanguage()
  const { programme } = useDirectory()
  const day = (of: Day): string => sayDay(of, language)
  return {
    day,
    name: ({ programme: id, forecast }: Leg) => {
      const its = programme(id)
      return (its ? said(its.name) : id) + (forecast ? ` (${t('path.picture.forecast')})` : '')
    },
    moment: (leg, moment) => `${t(`path.picture.${moment}`)} ${day(leg[moment]).replace(/\([^()]*\)|^\w+ /, '')}`,
  }
}

import { difference, type Itinerary } from '@ieum/planning'
import { sayDay, sayMoney } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { Money } from '../../parts/money.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { daysOrMonths, type Measure, measures } from './differences.ts'
import { Repaid } from './repaid.tsx'

interface MeasuresProps {
  shown: Itinerary
  pinned: Itinerary | undefined
  /** What the two are called; when left out, the one that is looked at and the one that it is compared with. */
  names?: { readonly shown: string; readonly pinned: string }
}

/** The figures of one way; beside those of the pinned one when there is one. */
export function Measures({ shown, pinned, names }: MeasuresProps) {
  const { t } = useTranslation()
  if (!pinned || pinned === shown)
    return (
      <dl className="path-measures">
        {measures.map(measure => (
          <div key={measure}>
            <dt>{t(`path.measure.${measure}`)}</dt>
            <dd>
              <Figure itinerary={shown} measure={measure} />
            </dd>
          </div>
        ))}
      </dl>
    )
  const by = difference(pinned, shown)
  return (
    <table className="path-compared">
      <caption className="only-heard">{t('path.measure.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('path.measure.name')}</th>
          <th scope="col">{names?.pinned ?? t('path.choices.pinned')}</th>
          <th scope="col">{names?.shown ?? t('path.measure.shown')}</th>
          <th scope="col">{t('path.measure.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {measures.map(measure => (
          <tr key={measure}>
            <th scope="row">{t(`path.measure.${measure}`)}</th>
            <td>
              <Figure itinerary={pinned} measure={measure} />
            </td>
            <td>
              <Figure itinerary={shown} measure={measure} />
            </td>
            <td>
              <Difference by={by[measure === 'arrives' ? 'days' : measure]} measure={measure} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Figure({ itinerary, measure }: { itinerary: Itinerary; measure: Measure }) {
  const { t } = useTranslation()
  const language = useLanguage()
  switch (measure) {
    case 'arrives':
      return <time dateTime={itinerary.arrives}>{sayDay(itinerary.arrives, language)}</time>
    case 'support':
    case 'ownCost':
      if (itinerary[measure] === 0) return t('path.measure.nothing')
      return (
        <>
          <Money won={itinerary[measure]} />
          {measure === 'support' ? <Repaid itinerary={itinerary} /> : null}
        </>
      )
    case 'legs':
      return t('path.measure.legsCount', { count: itinerary.legs.length })
    case 'transfers':
      return t('path.measure.transfersCount', { count: itinerary.transfers })
    case 'unknowns':
      return itinerary.unknowns === 0
        ? t('path.measure.nothing')
        : t('path.measure.unknownsCount', { count: itinerary.unknowns })
  }
}

function Difference({ by, measure }: { by: number; measure: Measure }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (by === 0) return t('path.measure.same')
  if (measure === 'arrives') {
    const told = daysOrMonths(by)
    const time = t(`path.measure.${told.in}`, { count: told.count })
    return t(by > 0 ? 'path.measure.later' : 'path.measure.earlier', { time })
  }
  const size = Math.abs(by)
  const amount = measure === 'support' || measure === 'ownCost' ? sayMoney(size, language) : counted(measure, size)
  return t(by > 0 ? 'path.measure.more' : 'path.measure.less', { amount })

  function counted(of: 'legs' | 'transfers' | 'unknowns', count: number): string {
    return t(`path.measure.${of}Count`, { count })
  }
}

import { sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useAsked } from '../../desk/client/use-asked.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { useFormInPlace } from '../../parts/use-form-in-place.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { councilsOf } from '../client/paths.ts'
import type { Indicator, Indicators as Shown } from '../client/shapes.ts'
import { ChooseIndicators } from './choose-indicators.tsx'
import { IndicatorChart } from './indicator-chart.tsx'
import { useSayCount } from './use-say-count.ts'

interface IndicatorsProps {
  task: string
  post: string
  onDone: (told: string) => void
}

/** The figures that the task shows: counted here and now, beside what was aimed at. */
export function Indicators({ task, post, onDone }: IndicatorsProps) {
  const { t } = useTranslation()
  const { value, refused, again } = useAsked<Shown>(councilsOf(post).indicators(task))
  const { isOpen, opener, open, leave, close } = useFormInPlace()
  return (
    <section className="case-section council-indicators">
      <h2>{t('councilDesk.indicator.title')}</h2>
      <p className="field-help">{t('councilDesk.indicator.lead')}</p>
      {refused ? <RefusedText refused={refused} again={again} /> : null}
      {value?.indicators.length === 0 && !isOpen ? (
        <p className="desk-nothing">{t('councilDesk.indicator.none')}</p>
      ) : null}
      {value && isOpen ? (
        <ChooseIndicators
          chosen={value.indicators}
          task={task}
          post={post}
          onLeave={leave}
          onDone={() => {
            close()
            onDone(t('councilDesk.indicator.saved'))
            again()
          }}
        />
      ) : (
        value?.indicators.map(indicator => <OneIndicator key={indicator.measure} indicator={indicator} />)
      )}
      {value?.keeps && !isOpen ? (
        <p>
          <button ref={opener} type="button" className="button quiet" onClick={open}>
            {t('councilDesk.indicator.choose')}
          </button>
        </p>
      ) : null}
    </section>
  )
}

function OneIndicator({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { measure, count, target, targetBy, baseline, baselineSource, months } = indicator
  const say = useSayCount(measure)
  const isMeasured = months.some(one => one.count.is === 'counted')
  return (
    <div className="council-indicator">
      <div>
        <h3>{t(`councilDesk.indicator.measure.${measure}`)}</h3>
        <p className="field-help">{t(`councilDesk.indicator.means.${measure}`)}</p>
        <p className="council-count" data-is={count.is}>
          <strong>{say(count)}</strong>
          {count.is === 'not measured' ? <small> {t('councilDesk.indicator.notMeasuredMeans')}</small> : null}
        </p>
        {target === null ? null : (
          <p className="council-aim">
            {targetBy === null
              ? t('councilDesk.indicator.target', { value: say.value(target) })
              : t('councilDesk.indicator.targetBy', { value: say.value(target), day: sayDay(targetBy, language) })}
          </p>
        )}
        {baseline === null ? null : (
          <p className="council-aim" data-is="baseline">
            {t('councilDesk.indicator.baseline', { value: say.value(baseline) })}{' '}
            <small>
              <WithKorean text={t('councilDesk.indicator.source', { source: baselineSource })} />
            </small>
          </p>
        )}
      </div>
      {isMeasured ? <IndicatorChart indicator={indicator} /> : null}
    </div>
  )
}

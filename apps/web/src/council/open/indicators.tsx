import { sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../words/use-language.ts'
import { Section } from './section.tsx'
import type { Count, Measure, TaskRead } from './shapes.ts'

/** As they are counted; what could tell of few firms is not there, and it is said why. */
export function Indicators({ counts, aims }: { counts: NonNullable<TaskRead['indicators']>; aims: TaskRead['aims'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <Section id="indicators" title={t('councilOpen.indicators')} note={t('councilOpen.indicatorsNote')}>
      <dl className="open-facts">
        {(Object.entries(counts) as [Measure, Count][]).map(([measure, count]) => {
          const aim = aims.find(one => one.measure === measure && one.target !== null)
          return (
            <div key={measure}>
              <dt>{t(`councilOpen.measure.${measure}`)}</dt>
              <dd>
                <Counted measure={measure} count={count} />
                {aim ? (
                  <small>
                    {aim.targetBy
                      ? t('councilOpen.targetBy', { target: aim.target, day: sayDay(aim.targetBy, language) })
                      : t('councilOpen.target', { target: aim.target })}
                  </small>
                ) : null}
              </dd>
            </div>
          )
        })}
      </dl>
    </Section>
  )
}

function Counted({ measure, count }: { measure: Measure; count: Count }) {
  const { t } = useTranslation()
  if (count.is === 'counted') return t(`councilOpen.unit.${measure}`, { value: count.value, of: count.of ?? '' })
  return t(`councilOpen.count.${count.is}`, { than: count.is === 'fewer than' ? count.than : '' })
}

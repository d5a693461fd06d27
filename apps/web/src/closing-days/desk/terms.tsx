import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useClosingWords } from '../use-closing-words.ts'
import type { AgreementCardProps } from './agreement-card-props.ts'

/** What was proposed or agreed, line by line; what it does not say is not there. */
export function Terms({ agreement }: Pick<AgreementCardProps, 'agreement'>) {
  const { t } = useTranslation()
  const words = useClosingWords()
  const lines = [
    [t('closing.when'), words.rule({ ...agreement, weekday: null, kind: 'none' })],
    [t('closing.since'), words.since({ from: agreement.from, fromIs: 'in-force', until: agreement.until })],
    agreement.onHoliday !== 'closed' && [
      t('closingDesk.onHoliday'),
      t(`closingDesk.onHolidayChoice.${agreement.onHoliday}`),
    ],
    agreement.exceptions.length > 0 && [
      t('closingDesk.exceptions'),
      agreement.exceptions
        .map(({ drop, add, why }) =>
          [[drop, add].flatMap(day => (day ? words.day(day) : [])).join(' → '), why].filter(Boolean).join(' '),
        )
        .join(' · '),
    ],
    agreement.storesIn && [t('closingDesk.storesIn'), agreement.storesIn],
    agreement.storesOut && [t('closingDesk.storesOut'), agreement.storesOut],
    agreement.gets && [t('closingDesk.gets'), agreement.gets],
    agreement.decision && [t('closingDesk.rests'), t('closingDesk.restsDecision', { number: agreement.decision })],
    agreement.source && [
      t('closingDesk.rests'),
      [agreement.source.title, agreement.source.dated, agreement.source.url].filter(Boolean).join(' · '),
    ],
  ].filter(Boolean) as [string, string][]
  return (
    <dl className="closing-terms">
      {lines.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <WithKorean text={text} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

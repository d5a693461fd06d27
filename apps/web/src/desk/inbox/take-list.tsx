import { addMonths, isDay } from '@ieum/catalogue/days'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { useLanguage } from '../../words/use-language.ts'
import { ofPost } from '../client/paths.ts'
import { TakeAway } from '../take-away.tsx'

/** The list of a box as a file: of the cases sent in a span of days. */
export function TakeList({ post, box }: { post: string; box: 'in' | 'out' }) {
  const { t } = useTranslation()
  const on = useOn()
  const language = useLanguage()
  const [span, setSpan] = useState({ from: addMonths(on, -12), to: on })
  const isSpan = isDay(span.from) && isDay(span.to) && span.from <= span.to
  return (
    <TakeAway
      title={t(`desk.take.list.${box}`)}
      holds={
        <>
          <p>{t('desk.take.listHolds')}</p>
          <p>{t('desk.take.listLeavesOut')}</p>
          <p>{t('desk.take.firmSees')}</p>
        </>
      }
      path={ofPost(post).takeList}
      formats={(['csv', 'json', 'parquet'] as const).map(format => ({ format, name: t(`desk.take.${format}`) }))}
      asked={isSpan ? { side: box === 'in' ? 'received' : 'sent', ...span, language } : undefined}
    >
      <fieldset className="desk-span">
        <legend className="field-label">{t('desk.figures.span')}</legend>
        {(['from', 'to'] as const).map(end => (
          <div className="field" key={end}>
            <label htmlFor={`take-${end}`}>{t(`desk.span.${end}`)}</label>
            <input
              id={`take-${end}`}
              type="date"
              className="entry"
              required
              value={span[end]}
              onChange={event => setSpan({ ...span, [end]: event.target.value })}
            />
          </div>
        ))}
        {isSpan ? null : (
          <p className="field-wrong" role="alert">
            {t('desk.span.wrong')}
          </p>
        )}
      </fieldset>
    </TakeAway>
  )
}

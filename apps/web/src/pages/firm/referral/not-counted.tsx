import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../../day/use-on.ts'
import type { OwnCase } from '../client/shapes.ts'
import type { Uncounted } from './part-props.ts'

/** An answer that came too late: that it did not count, how the case stands, and how to change it. */
export function NotCounted({ shown: { consents }, tried }: { shown: OwnCase; tried: Uncounted }) {
  const { t } = useTranslation()
  const on = useOn()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const stands = consents.some(
    ({ kind, withdrawnAt, until }) => kind === 'hand-off' && withdrawnAt === null && until >= on,
  )
  return (
    <div role="alert" className="desk-refused" ref={box} tabIndex={-1}>
      <p>
        <strong>{t(`firm.notCounted.${tried}`)}</strong>{' '}
        {t(stands ? `firm.notCounted.agreed.${tried}` : 'firm.notCounted.over')}
      </p>
      {stands ? (
        <p>
          <a href="#given-title">{t('firm.notCounted.toGiven')}</a>
        </p>
      ) : null}
    </div>
  )
}

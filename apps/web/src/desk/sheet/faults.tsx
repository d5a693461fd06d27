import type { Reason, ReferralState } from '@ieum/desk'
import { type SheetAnswer, sayReason, sayReferralMove, sayReferralState, saySheetColumn } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage } from '../../words/use-language.ts'
import type { RowFault } from './shapes.ts'

/** What is wrong, by row and column, with what stands there and what would be right. */
export function Faults({ faults }: { faults: readonly RowFault[] }) {
  const { t } = useTranslation()
  if (faults.length === 0) return null
  return (
    <div className="sheet-faults">
      <h3>{t('agency.sheet.wrong', { count: faults.length })}</h3>
      <p>{t('agency.sheet.wrongText')}</p>
      <ul>
        {faults.map(fault => (
          <li key={`${fault.line} ${fault.column} ${fault.code} ${fault.given}`}>
            <Fault fault={fault} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Fault({ fault: { line, column, code, right, given } }: { fault: RowFault }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const where =
    code === 'a-workbook' || code === 'unknown-letters'
      ? t('agency.sheet.wholeFile')
      : column
        ? t('agency.sheet.where', { line, column: saySheetColumn(column, language) })
        : t('agency.sheet.whereLine', { line })
  const say = (one: string) =>
    code === 'answer-unknown'
      ? sayReferralMove(one as SheetAnswer, language)
      : code === 'reason-unknown'
        ? sayReason(one as Reason, language)
        : one
  const stands = code === 'not-now' && given ? sayReferralState(given as ReferralState, language) : given
  return (
    <>
      <p>
        <strong>{where}</strong> {t(`agency.sheet.fault.${code}`)}
      </p>
      {stands ? (
        <p className="field-help">
          <WithKorean text={t('agency.sheet.given', { given: stands })} />
        </p>
      ) : null}
      {right && code !== 'number-twice' ? (
        <p className="field-help">{t('agency.sheet.right', { right: right.map(say).join(' · ') })}</p>
      ) : null}
      {right && code === 'number-twice' ? (
        <p className="field-help">{t('agency.sheet.whereLine', { line: right[0] })}</p>
      ) : null}
    </>
  )
}

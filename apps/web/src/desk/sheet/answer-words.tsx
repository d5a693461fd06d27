import { reasonsOfAnswer, sayReason, sayReferralMove, sheetAnswers } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../words/use-language.ts'

/** What may be written into the sheet. */
export function AnswerWords() {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <>
      <p>{t('agency.sheet.fillText')}</p>
      <dl className="sheet-words">
        {sheetAnswers.map(answer => {
          const reasons = reasonsOfAnswer(answer)
          const word = sayReferralMove(answer, language)
          return (
            <div key={answer}>
              <dt>{word}</dt>
              <dd>
                {reasons.length === 0 ? (
                  t('agency.sheet.noReason')
                ) : (
                  <>
                    {t('agency.sheet.reasons', { answer: word })}
                    <ul>
                      {reasons.map(reason => (
                        <li key={reason}>{sayReason(reason, language)}</li>
                      ))}
                    </ul>
                  </>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </>
  )
}

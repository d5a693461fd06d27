import { may } from '@ieum/desk'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../words/use-language.ts'
import { Refused } from '../client/ask.ts'
import { ofPost } from '../client/paths.ts'
import { DeskPage } from '../desk-page.tsx'
import { RefusedText } from '../refused-text.tsx'
import { TakeAway } from '../take-away.tsx'
import { AnswerWords } from './answer-words.tsx'
import { BringSheet } from './bring-sheet.tsx'
import '../agency.css'
import './sheet.css'

const route = getRouteApi('/desk/$post/sheet')

/** Many referrals are answered by one sheet: taken, filled in elsewhere, looked at, and only then carried out. */
export function SheetPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { post } = route.useParams()
  return (
    <DeskPage post={post} title={t('agency.sheet.title')} lead={<p>{t('agency.sheet.lead')}</p>}>
      {({ role }) =>
        may(role, 'answer referral', 'consent-active') ? (
          <div className="sheet" key={post}>
            <section aria-labelledby="sheet-get">
              <h2 id="sheet-get">{t('agency.sheet.get')}</h2>
              <TakeAway
                holds={
                  <>
                    <p>{t('agency.sheet.getHolds')}</p>
                    <p>{t('desk.take.firmSees')}</p>
                  </>
                }
                path={ofPost(post).answerSheet}
                formats={[{ format: undefined, name: t('agency.sheet.getButton') }]}
                asked={{ language }}
              />
            </section>
            <section aria-labelledby="sheet-fill">
              <h2 id="sheet-fill">{t('agency.sheet.fill')}</h2>
              <AnswerWords />
            </section>
            <BringSheet post={post} />
          </div>
        ) : (
          <RefusedText refused={new Refused({ status: 403, title: '', code: 'not-for-this-post' })} />
        )
      }
    </DeskPage>
  )
}

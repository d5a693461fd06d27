import { useTranslation } from 'react-i18next'
import { Page } from '../shell/page.tsx'
import { LetterForm } from './letter-form.tsx'
import '../desk/desk.css'
import './sign-in.css'
import '../pages/me/own.css'

export function ForgotPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('joining.forgot.title')} lead={<p>{t('joining.forgot.lead')}</p>} className="sign-in">
      <LetterForm kind="reset" label={t('joining.forgot.send')} />
    </Page>
  )
}

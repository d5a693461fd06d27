import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { rememberLanguage, speak } from '../words/index.ts'
import { useLanguage } from '../words/use-language.ts'

export function LanguageSwitch() {
  const { t } = useTranslation()
  const router = useRouter()
  const other = useLanguage() === 'ko' ? 'en' : 'ko'

  const change = async () => {
    await speak(other)
    rememberLanguage(other)
    // An address that names the old language would bring it back on reload.
    if (new URLSearchParams(location.search).has('lang'))
      await router.navigate({ to: '.', search: true, replace: true })
  }

  return (
    <button type="button" className="language-switch" lang={other} onClick={() => void change()}>
      {t('shell.otherLanguage')}
    </button>
  )
}

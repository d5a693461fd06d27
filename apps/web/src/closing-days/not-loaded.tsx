import { useTranslation } from 'react-i18next'

export function NotLoaded({ again, text }: { again: () => void; text?: string }) {
  const { t } = useTranslation()
  return (
    <div role="alert" className="not-loaded">
      <p>{text ?? <strong>{t('shell.wrongData')}</strong>}</p>
      <button type="button" className="button quiet" onClick={again}>
        {t('closing.again')}
      </button>
    </div>
  )
}

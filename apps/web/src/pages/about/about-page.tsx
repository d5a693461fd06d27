import { useTranslation } from 'react-i18next'
import { Page } from '../../shell/page.tsx'

const sections = ['privacy', 'sources', 'limits'] as const

export function AboutPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('about.title')} lead={<p>{t('about.what')}</p>}>
      {sections.map(section => (
        <section key={section} className="about-section">
          <h2>{t(`about.${section}Title`)}</h2>
          <p>{t(`about.${section}`)}</p>
        </section>
      ))}
    </Page>
  )
}

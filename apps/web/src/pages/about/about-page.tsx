import { useTranslation } from 'react-i18next'
import { RulebookBoundary } from '../../rulebook/rulebook-boundary.tsx'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
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
          {section === 'privacy' ? <p>{t('about.signedIn')}</p> : null}
        </section>
      ))}
      <section className="about-section">
        <h2>{t('about.figuresTitle')}</h2>
        <RulebookBoundary>
          <Figures />
        </RulebookBoundary>
      </section>
    </Page>
  )
}

/** Counted from the rulebook that this page was given. */
function Figures() {
  const { t } = useTranslation()
  const { programmes, agencies } = useRulebook()
  const editions = programmes.reduce((sum, programme) => sum + programme.editions.length, 0)
  return <p>{t('about.figures', { programmes: programmes.length, editions, agencies: agencies.length })}</p>
}

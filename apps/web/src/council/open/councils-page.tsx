import { sayDay } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../shell/page.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { SaidText } from '../said-text.tsx'
import { OpenPage } from './open-page.tsx'
import { Lines } from './section.tsx'
import type { CouncilsRead } from './shapes.ts'

export function CouncilsPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <OpenPage<CouncilsRead> path="">
      {({ councils }) => (
        <Page title={t('councilOpen.list.title')} lead={<p>{t('councilOpen.list.lead')}</p>} className="open-record">
          <link rel="alternate" type="application/json" href="/api/councils" />
          <Lines of={councils} none={t('councilOpen.list.none')}>
            {({ id, name, kind, from, madeUp, updated, sessions, tasks, decisions }) => (
              <li key={id}>
                <h2>
                  <Link to="/councils/$council" params={{ council: id }}>
                    <SaidText said={name} />
                  </Link>
                </h2>
                <small>
                  {t(`councilOpen.kind.${kind}`)} · {t('councilOpen.list.counts', { sessions, tasks, decisions })}
                  {madeUp ? ` · ${t('councilOpen.list.madeUp')}` : null}
                  {from === 'sources' ? ` · ${t('councilOpen.list.fromSources')}` : null}
                  {updated ? ` · ${t('councilOpen.updated', { day: sayDay(updated, language) })}` : null}
                </small>
              </li>
            )}
          </Lines>
          {councils.some(({ madeUp }) => madeUp) ? (
            <p className="open-made-up field-help">{t('councilOpen.madeUp')}</p>
          ) : null}
        </Page>
      )}
    </OpenPage>
  )
}

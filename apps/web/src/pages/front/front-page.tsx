import { useTranslation } from 'react-i18next'
import { Board } from '../../board/board.tsx'
import { RulebookBoundary } from '../../rulebook/rulebook-boundary.tsx'
import { Page } from '../../shell/page.tsx'
import { ChainMap } from './chain-map.tsx'
import { FrontLead } from './front-lead.tsx'
import { StartForm } from './start-form.tsx'

export function FrontPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('front.title')} className="front">
      <RulebookBoundary>
        <FrontLead />
        <StartForm />
        <Board />
        <ChainMap />
      </RulebookBoundary>
    </Page>
  )
}

import type { FactName } from '@ieum/catalogue/records'
import { useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMatch } from '../../firm/use-match.ts'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { Page } from '../../shell/page.tsx'
import { Counts } from './counts.tsx'
import { groupsOf } from './grouped.ts'
import { QuestionPanel } from './question-panel.tsx'
import { Results } from './results.tsx'
import { Told } from './told.tsx'
import { useIsWide } from './use-is-wide.ts'
import './find.css'

/** A firm in ten questions or fewer, and what it can use. */
export function FindPage() {
  const { t } = useTranslation()
  const directory = useDirectory()
  const match = useMatch()
  const groups = useMemo(() => groupsOf(match, directory), [match, directory])
  const { ask } = useSearch({ from: '/find' })
  const [wanted, setWanted] = useState<FactName | undefined>(ask)
  const isWide = useIsWide()
  const told = <Told onAsk={setWanted} />

  return (
    <Page
      title={t('find.title')}
      className="find"
      lead={
        <p>
          {t('find.lead')} {t('find.privacy')}
        </p>
      }
    >
      <div className="find-halves">
        <Counts groups={groups} />
        <div className="find-firm">
          <QuestionPanel
            match={match}
            toCheck={groups['to-check']}
            wanted={wanted}
            onDone={() => setWanted(undefined)}
          />
          {isWide ? told : null}
        </div>
        <Results groups={groups} onAsk={setWanted} />
        {isWide ? null : told}
      </div>
    </Page>
  )
}

import { may } from '@ieum/desk'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DeskPage } from '../../desk/desk-page.tsx'
import { RulebookBoundary } from '../../rulebook/rulebook-boundary.tsx'
import { speakCouncilDesk } from '../../words/council-desk-words.ts'
import { speakCouncilDrawUp } from '../../words/council-draw-up-words.ts'
import { DrawUpForm } from './draw-up-form.tsx'
import './draw-up.css'

await Promise.all([speakCouncilDesk(), speakCouncilDrawUp()])

const route = getRouteApi('/desk/$post/councils/new')

/** A council that no catalogue knows, as its secretary draws it up. */
export function DrawUpPage() {
  const { t } = useTranslation()
  const { post } = route.useParams()
  return (
    <DeskPage post={post} title={t('councilDrawUp.title')} lead={<p>{t('councilDrawUp.lead')}</p>}>
      {capacity =>
        may(capacity.role, 'found council', 'none') ? (
          <RulebookBoundary>
            <DrawUpForm key={post} capacity={capacity} />
          </RulebookBoundary>
        ) : (
          <p className="desk-nothing">{t('councilDrawUp.notYours')}</p>
        )
      }
    </DeskPage>
  )
}

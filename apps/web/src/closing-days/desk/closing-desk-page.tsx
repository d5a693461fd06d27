import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PostCapacity } from '../../desk/client/shapes.ts'
import { useAsked } from '../../desk/client/use-asked.ts'
import { DeskPage } from '../../desk/desk-page.tsx'
import { RefusedText } from '../../desk/refused-text.tsx'
import { WithKorean } from '../../parts/with-korean.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useClosingWords } from '../use-closing-words.ts'
import { AgreementCard } from './agreement-card.tsx'
import { ProposeForm } from './propose-form.tsx'
import { type Closings, closingsPath } from './shapes.ts'
import '../closing.css'
import './closing-desk.css'

const route = getRouteApi('/desk/$post/councils/$council/closing-days')

/** What a consultative body agrees on, municipality by municipality: proposals, what each side says, and agreements. */
export function ClosingDeskPage() {
  const { t } = useTranslation()
  const { post, council } = route.useParams()
  return (
    <DeskPage post={post} title={t('closingDesk.title')} lead={<p>{t('closingDesk.lead')}</p>}>
      {capacity => <Body key={`${post} ${council}`} capacity={capacity} council={council} />}
    </DeskPage>
  )
}

function Body({ capacity, council }: { capacity: PostCapacity; council: string }) {
  const { t } = useTranslation()
  const words = useClosingWords()
  const { post } = capacity
  const { value, refused, isAsking, again } = useAsked<Closings>(closingsPath(post, council))
  if (!value) return refused ? <RefusedText refused={refused} again={again} /> : <Waiting />
  return (
    <div className="closing closing-desk">
      <h2>
        <WithKorean text={words.said(value.council.name)} />
      </h2>
      {value.agreements.length === 0 ? <p>{t('closingDesk.none')}</p> : null}
      {value.agreements.map(agreement => (
        <AgreementCard
          key={agreement.id}
          post={post}
          agreement={agreement}
          closings={value}
          isStale={isAsking}
          again={again}
        />
      ))}
      {value.proposes ? <ProposeForm post={post} council={value.council} again={again} /> : null}
    </div>
  )
}

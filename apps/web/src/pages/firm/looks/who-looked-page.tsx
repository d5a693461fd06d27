import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask, Refused } from '../../../desk/client/ask.ts'
import { useAsked } from '../../../desk/client/use-asked.ts'
import { RefusedText } from '../../../desk/refused-text.tsx'
import { RulebookBoundary } from '../../../rulebook/rulebook-boundary.tsx'
import { Waiting } from '../../../shell/waiting.tsx'
import { ofFirm } from '../client/of-firm.ts'
import type { Looks } from '../client/shapes.ts'
import { FirmPage } from '../firm-page.tsx'
import { LooksTable } from './looks-table.tsx'

const route = getRouteApi('/firm/$firm/who-looked')

/** Every look that an agency took at the firm. */
export function WhoLookedPage() {
  const { t } = useTranslation()
  const { firm } = route.useParams()
  return (
    <FirmPage firm={firm} title={t('firm.looks.title')} lead={<p>{t('firm.looks.lead')}</p>}>
      {() => <Shown key={firm} firm={firm} />}
    </FirmPage>
  )
}

function Shown({ firm }: { firm: string }) {
  const { t } = useTranslation()
  const { value, refused, again } = useAsked<Looks>(ofFirm(firm).looks())
  const [more, setMore] = useState<Looks>()
  const [notMore, setNotMore] = useState<Refused>()
  if (!value) return refused ? <RefusedText refused={refused} again={again} /> : <Waiting />
  const looks = [...value.looks, ...(more?.looks ?? [])]
  const next = more ? more.next : value.next
  const older = async () => {
    if (!next) return
    setNotMore(undefined)
    try {
      const page = await ask<Looks>(ofFirm(firm).looks(next))
      setMore({ looks: [...(more?.looks ?? []), ...page.looks], next: page.next })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setNotMore(error)
    }
  }
  return (
    <RulebookBoundary>
      {looks.length === 0 ? (
        <p className="firm-nothing">{t('firm.looks.none')}</p>
      ) : (
        <LooksTable firm={firm} looks={looks} />
      )}
      {notMore ? <RefusedText refused={notMore} takesFocus /> : null}
      {next ? (
        <p className="row">
          <button type="button" className="button quiet" onClick={() => void older()}>
            {t('firm.looks.older')}
          </button>
        </p>
      ) : null}
    </RulebookBoundary>
  )
}

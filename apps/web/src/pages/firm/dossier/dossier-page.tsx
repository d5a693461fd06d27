import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FirmCapacity } from '../../../desk/client/shapes.ts'
import { useAsked } from '../../../desk/client/use-asked.ts'
import { RefusedText } from '../../../desk/refused-text.tsx'
import { WithKorean } from '../../../parts/with-korean.tsx'
import { RulebookBoundary } from '../../../rulebook/rulebook-boundary.tsx'
import { Waiting } from '../../../shell/waiting.tsx'
import { ofFirm } from '../client/of-firm.ts'
import type { Dossier } from '../client/shapes.ts'
import { FirmPage } from '../firm-page.tsx'
import { UseDossier } from '../use-dossier.tsx'
import { Facts } from './facts.tsx'
import { FromBrowser } from './from-browser.tsx'
import { Papers } from './papers.tsx'
import { Participations } from './participations.tsx'
import './dossier.css'

const route = getRouteApi('/firm/$firm/dossier')

/** What is known of the firm: told once, used for every programme, passed on only by consent. */
export function DossierPage() {
  const { t } = useTranslation()
  const { firm } = route.useParams()
  return (
    <FirmPage firm={firm} title={t('firm.dossier.title')} lead={<p>{t('firm.dossier.lead')}</p>}>
      {capacity => <Shown key={firm} capacity={capacity} />}
    </FirmPage>
  )
}

function Shown({ capacity: { firm } }: { capacity: FirmCapacity }) {
  const { t } = useTranslation()
  const { value, refused, again } = useAsked<Dossier>(ofFirm(firm).dossier)
  const [told, setTold] = useState<string>()
  if (!value) return refused ? <RefusedText refused={refused} again={again} /> : <Waiting />
  const changed = (text: string) => {
    setTold(text)
    again()
  }
  return (
    <RulebookBoundary>
      <div className="firm-parts">
        <div className="row dossier-uses no-print">
          {value.facts.length > 0 ? (
            <>
              <UseDossier firm={firm} to="find" label={t('firm.dossier.toFind')} />
              <UseDossier firm={firm} to="path" label={t('firm.dossier.toPath')} isQuiet />
            </>
          ) : null}
          <a className="button quiet" href={ofFirm(firm).takeAway} download>
            {t('firm.dossier.takeAway')}
          </a>
        </div>
        {value.facts.length > 0 ? <p className="field-help">{t('firm.dossier.usesHelp')}</p> : null}
        <p role="status" className={told ? 'firm-told' : 'only-heard'}>
          <WithKorean text={told ?? ''} />
        </p>
        {refused ? <RefusedText refused={refused} again={again} /> : null}
        <FromBrowser firm={firm} dossier={value} onChanged={changed} />
        <Facts firm={firm} dossier={value} onChanged={changed} />
        <Participations firm={firm} dossier={value} onChanged={changed} />
        <Papers firm={firm} dossier={value} onChanged={changed} />
      </div>
    </RulebookBoundary>
  )
}

import { useTranslation } from 'react-i18next'
import { useOn } from '../../../day/use-on.ts'
import { useChange } from '../../../desk/client/use-change.ts'
import { RefusedText } from '../../../desk/refused-text.tsx'
import { useFirm } from '../../../firm/use-firm.ts'
import { ofFirm } from '../client/of-firm.ts'
import type { DossierPartProps } from './part-props.ts'

/** What was answered on the page Find before anyone signed in, kept with one click. */
export function FromBrowser({ firm, dossier, onChanged }: DossierPartProps) {
  const { t } = useTranslation()
  const on = useOn()
  const here = useFirm()
  const { isSending, refused, send } = useChange<object>()
  const known = new Set(dossier.facts.map(({ name }) => name))
  // Support received has a place of its own.
  const fresh = Object.entries(here.facts).filter(([name]) => !known.has(name) && name !== 'participations')
  const declares = here.declares !== undefined && !dossier.facts.some(({ name }) => name in here.facts)
  if (fresh.length === 0) return null

  const keep = async () => {
    if (isSending) return
    const done = await send(ofFirm(firm).facts, {
      facts: fresh.map(([name, value]) => ({ name, value, asOf: on })),
      ...(declares && { declares: { standard: on } }),
    })
    if (done) onChanged(t('firm.dossier.browserKept', { count: fresh.length }))
  }
  return (
    <section className="firm-note no-print" aria-label={t('firm.dossier.browserTitle')}>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <p>{t('firm.dossier.browser', { count: fresh.length })}</p>
      <p className="row">
        <button type="button" className="button quiet" aria-disabled={isSending} onClick={() => void keep()}>
          {t('firm.dossier.browserKeep')}
        </button>
      </p>
    </section>
  )
}

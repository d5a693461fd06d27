import type { ReferralState } from '@ieum/desk'
import { sayReason } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../../../rulebook/use-rulebook.ts'
import { useLanguage } from '../../../words/use-language.ts'
import { useSubject } from '../../../words/use-subject.ts'
import type { OwnCase } from '../client/shapes.ts'
import { UseDossier } from '../use-dossier.tsx'

const noes: readonly ReferralState[] = ['declined', 'expired', 'failed', 're-routed']

/** After a no: why, and the way to other programmes of the same stage. */
export function AfterNo({ shown: { state, reason, history, to }, firm }: { shown: OwnCase; firm: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const subject = useSubject()
  const stage = useDirectory().programme(to.programme)?.stages[0]
  if (!noes.includes(state)) return null
  const note = history.findLast(({ to }) => to === state)?.note
  return (
    <section className="firm-call" aria-labelledby="after-no">
      <h2 id="after-no">{t('firm.afterNo.title')}</h2>
      {reason ? <p>{t('firm.afterNo.why', { reason: sayReason(reason, language) })}</p> : null}
      {note ? <p className="firm-quote">{note}</p> : null}
      <p>{stage ? t('firm.afterNo.text', { stage: subject('stage', stage) }) : t('firm.afterNo.textAny')}</p>
      <UseDossier firm={firm} to="path" via={stage} label={t('firm.afterNo.toPath')} />
    </section>
  )
}

import { may } from '@ieum/desk'
import { sayDay } from '@ieum/wording'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CriterionMark } from '../../parts/criterion-mark.tsx'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useProgrammeName } from '../../parts/use-programme-name.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage } from '../../words/use-language.ts'
import type { Case, CheckedDecision, PostCapacity } from '../client/shapes.ts'
import { useCriterion } from '../use-criterion.ts'
import { RevokeForm } from './revoke-form.tsx'
import { SignForm } from './sign-form.tsx'
import { SignatureText } from './signature-text.tsx'

interface DecisionsProps {
  shown: Case
  capacity: PostCapacity
  onChanged: () => void
}

/** Decisions on the firm that this desk may see; whoever owns the programme signs another, or takes one back. */
export function Decisions({ shown, capacity, onChanged }: DecisionsProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'sign' | { readonly revoke: string }>()
  const [told, setTold] = useState<string>()
  const result = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (told) result.current?.focus()
  }, [told])
  const { decisions, link, side, firm } = shown
  const maySign = side === 'sender' && firm !== null && may(capacity.role, 'sign decision', 'referral-sent')
  if (firm === null || (decisions.length === 0 && !maySign && link.accepts.length === 0)) return null
  const done = (text: string) => {
    setOpen(undefined)
    setTold(text)
    onChanged()
  }
  return (
    <section className="case-section case-decisions" aria-labelledby="decisions-title">
      <h2 id="decisions-title">{t('desk.decisions.title')}</h2>
      <p ref={result} tabIndex={-1} role="status" className={told ? 'case-told' : 'only-heard'}>
        {told}
      </p>
      {decisions.length === 0 ? (
        <p className="desk-nothing">{t(`desk.decisions.none.${side === 'sender' ? 'sender' : 'receiver'}`)}</p>
      ) : (
        <ul className="case-consents">
          {decisions.map(decision => (
            <li key={decision.id} data-withdrawn={decision.revoked || undefined}>
              <DecisionText decision={decision} />
              {open !== 'sign' && open?.revoke === decision.id ? (
                <RevokeForm
                  decision={decision}
                  post={capacity.post}
                  onLeave={() => setOpen(undefined)}
                  onDone={() => done(t('desk.decisions.tookBack'))}
                />
              ) : maySign && !decision.revoked && decision.agency === capacity.agency ? (
                <p className="no-print">
                  <button
                    type="button"
                    className="plain-button"
                    onClick={() => {
                      setTold(undefined)
                      setOpen({ revoke: decision.id })
                    }}
                  >
                    {t('desk.decisions.takeBack')}
                  </button>
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {maySign ? (
        open === 'sign' ? (
          <SignForm
            shown={shown}
            firm={firm.id}
            capacity={capacity}
            onLeave={() => setOpen(undefined)}
            onDone={() => done(t('desk.decisions.signed'))}
          />
        ) : (
          <p className="row no-print">
            <button
              type="button"
              className="button quiet"
              onClick={() => {
                setTold(undefined)
                setOpen('sign')
              }}
            >
              {t('desk.decisions.sign')}
            </button>
          </p>
        )
      ) : side === 'sender' ? (
        <p className="field-help">{t('desk.decisions.byOwner')}</p>
      ) : null}
    </section>
  )
}

function DecisionText({ decision }: { decision: CheckedDecision }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const agencyName = useAgencyName()
  const programmeName = useProgrammeName()
  const { agency, programme, criterion, verdict, on, until, reason } = decision
  const { name, isExclusion } = useCriterion()(programme, criterion)
  return (
    <>
      <p>
        <CriterionMark verdict={verdict} exclusion={isExclusion} />{' '}
        <strong>
          <WithKorean text={name} />
        </strong>
      </p>
      <p className="field-help">
        {t('desk.decisions.by', { agency: agencyName(agency), day: sayDay(on, language) })} ·{' '}
        {until ? t('desk.decisions.until', { day: sayDay(until, language) }) : t('desk.decisions.noEnd')} ·{' '}
        {programmeName(programme)}
      </p>
      {reason ? (
        <p className="case-note">
          <WithKorean text={reason} />
        </p>
      ) : null}
      <SignatureText decision={decision} />
    </>
  )
}

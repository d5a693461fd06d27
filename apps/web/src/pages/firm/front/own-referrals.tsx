import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ReferralLine } from '../../../desk/client/shapes.ts'
import { DaysLeft } from '../../../desk/days-left.tsx'
import { ProgrammeLine } from '../../../desk/programme-line.tsx'
import { StateMark } from '../../../desk/state-mark.tsx'
import { useDirectory } from '../../../rulebook/use-rulebook.ts'
import { useSaid } from '../../../words/use-language.ts'
import { UseDossier } from '../use-dossier.tsx'

/** Every referral of the firm, as the server orders them: what is due first stands first. */
export function OwnReferrals({ firm, lines }: { firm: string; lines: readonly ReferralLine[] }) {
  const { t } = useTranslation()
  return (
    <section className="firm-section" aria-labelledby="own-referrals">
      <h2 id="own-referrals">{t('firm.front.referrals')}</h2>
      {lines.length === 0 ? <p className="firm-nothing">{t('firm.front.noReferrals')}</p> : null}
      <ul className="own-referrals">
        {lines.map(line => (
          <OwnReferral key={line.id} firm={firm} line={line} />
        ))}
      </ul>
    </section>
  )
}

function OwnReferral({ firm, line }: { firm: string; line: ReferralLine }) {
  const { t } = useTranslation()
  const said = useSaid()
  const { programme } = useDirectory()
  const { id, number, state, fromAgency, fromProgramme, toAgency, toProgramme, due, daysLeft } = line
  const isNo = state === 'declined' || state === 'expired' || state === 'failed'
  return (
    <li className="own-referral">
      <div className="firm-way">
        <ProgrammeLine agency={fromAgency} programme={fromProgramme} />
        <span className="firm-way-arrow">
          <span aria-hidden="true">→</span>
          <span className="only-heard">{t('firm.onwards')}</span>
        </span>
        <ProgrammeLine agency={toAgency} programme={toProgramme} />
      </div>
      <p className="own-referral-state">
        <StateMark state={state} />
        {daysLeft === null ? null : <DaysLeft days={daysLeft} due={due} />}
      </p>
      <p className="own-referral-open">
        <Link to="/firm/$firm/referrals/$referral" params={{ firm, referral: id }}>
          {t('firm.front.open', { number })}
          <span className="only-heard"> {said(programme(toProgramme)?.name)}</span>
        </Link>
      </p>
      {isNo ? (
        <div className="own-referral-no">
          <UseDossier
            firm={firm}
            to="path"
            via={programme(toProgramme)?.stages[0]}
            label={t('firm.afterNo.toPath')}
            isQuiet
          />
        </div>
      ) : null}
    </li>
  )
}

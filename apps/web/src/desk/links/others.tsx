import { sayAgreementMove, sayDay, sayRole } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useLanguage } from '../../words/use-language.ts'
import type { AgreementInFull } from '../client/shapes.ts'
import { isUnderWay } from './under-way.ts'

/** What can be done with the agreement, but not from here: who does it, and why not who reads this. */
export function Others({ shown }: { shown: AgreementInFull }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const agencyName = useAgencyName()
  const on = useOn()
  const standing = shown.versions.find(
    ({ id, version, state, supersededBy }) =>
      id !== shown.id && version < shown.version && state === 'agreed' && supersededBy === null,
  )
  const waitsFor = standing && isUnderWay(shown.state) && shown.validFrom > on ? shown.validFrom : undefined
  if (shown.others.length === 0 && shown.state !== 'refused' && !waitsFor) return null
  return (
    <div className="link-others">
      {waitsFor ? <p>{t('agreement.acts.agreeFrom', { day: sayDay(waitsFor, language) })}</p> : null}
      {shown.state === 'refused' ? <p>{t('agreement.acts.refused')}</p> : null}
      {shown.others.length > 0 ? (
        <>
          <h2>{t('agreement.acts.others')}</h2>
          <dl>
            {shown.others.map(({ act, agencies, roles, because }) => (
              <div key={act}>
                <dt>
                  {act === 'change' || act === 'renew' ? t(`agreement.acts.${act}`) : sayAgreementMove(act, language)}
                </dt>
                <dd>
                  {t('agreement.acts.by', {
                    agencies: agencies.map(agencyName).join(', '),
                    roles: roles.map(role => sayRole(role, language)).join(', '),
                  })}
                  <br />
                  <span className="field-help">{t(`agreement.acts.because.${because}`)}</span>
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
    </div>
  )
}

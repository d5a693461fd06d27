import { may } from '@ieum/desk'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgreementInFull, PostCapacity } from '../client/shapes.ts'
import { isUnderWay } from './under-way.ts'

const isOver: readonly string[] = ['refused', 'withdrawn', 'ended']

/** From an agreement on to where its terms are written: changed, drawn up as the next version, or taken for a new one. */
export function useWays(shown: AgreementInFull, { post, agency, role }: PostCapacity): readonly ReactNode[] {
  const { t } = useTranslation()
  const { id, version, state, writings, versions, fromAgency, toAgency } = shown
  const next = versions.find(one => one.version > version && isUnderWay(one.state))
  const isOfSide = agency === fromAgency || agency === toAgency
  const ways: ReactNode[] = []
  // Drawn up once: the one that waits is looked at instead.
  if (next && state === 'agreed')
    ways.push(
      <span key="waits" className="link-waits">
        {t('agreement.acts.waits')}{' '}
        <Link to="/desk/$post/links/$agreement" params={{ post, agreement: next.id }}>
          {t('agreement.acts.nextVersion', { version: next.version })}
        </Link>
      </span>,
    )
  else
    for (const writing of writings)
      ways.push(
        <Link
          key={writing}
          to="/desk/$post/links/$agreement/terms"
          params={{ post, agreement: id }}
          className="button quiet"
        >
          {t(`agreement.acts.${writing}`)}
        </Link>,
      )
  if (isOver.includes(state) && isOfSide && may(role, 'draft link', 'none'))
    ways.push(
      <Link key="anew" to="/desk/$post/links/new" params={{ post }} search={{ like: id }} className="button quiet">
        {t('agreement.acts.anew')}
      </Link>,
    )
  return ways
}

import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../desk/client/shapes.ts'
import { BackupCodes } from './backup-codes.tsx'
import { EnrolFactor } from './enrol-factor.tsx'
import { ManageFactor } from './manage-factor.tsx'
import { OwnPage } from './own-page.tsx'
import { withoutPassword } from './without-password.ts'

const route = getRouteApi('/me/second-factor')

/** An authenticator beside the password: enrolling one, its backup codes, and turning it off. */
export function SecondFactorPage() {
  const { t } = useTranslation()
  return (
    <OwnPage title={t('me.factor.title')} lead={<p>{t('me.factor.lead')}</p>}>
      {me => <Steps key={me.person.id} me={me} />}
    </OwnPage>
  )
}

interface Shown {
  readonly codes: readonly string[]
  readonly because: 'enrolled' | 'made'
}

function Steps({ me }: { me: Me }) {
  const { t } = useTranslation()
  const { to } = route.useSearch()
  const router = useRouter()
  // Codes that were just made stay until one says that they are kept, whatever else changes.
  const [shown, setShown] = useState<Shown>()
  const [isRemoved, setRemoved] = useState(false)
  const without = withoutPassword(me)
  if (without) return <p className="own-nothing">{t(`me.${without}`)}</p>
  if (shown)
    return (
      <BackupCodes
        {...shown}
        email={me.person.email}
        onKept={() => {
          setShown(undefined)
          if (shown.because === 'enrolled') void router.navigate({ href: to ?? '/me' })
        }}
      />
    )
  if (me.person.hasSecondFactor)
    return (
      <ManageFactor me={me} onMade={codes => setShown({ codes, because: 'made' })} onRemoved={() => setRemoved(true)} />
    )
  return (
    <>
      <p role="status" className={isRemoved ? 'own-told' : 'only-heard'}>
        {isRemoved ? t('me.factor.remove.done') : null}
      </p>
      <EnrolFactor
        me={me}
        onEnrolled={codes => {
          setRemoved(false)
          setShown({ codes, because: 'enrolled' })
        }}
      />
    </>
  )
}

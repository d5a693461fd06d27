import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { change } from '../desk/client/ask.ts'
import { askWho } from '../desk/who.ts'

export function SignOutButton() {
  const { t } = useTranslation()
  const router = useRouter()
  const signOut = async () => {
    await change('/api/sign-in/out', {}).catch(() => undefined)
    await askWho()
    await router.navigate({ to: '/sign-in' })
  }
  return (
    <button type="button" className="button quiet" onClick={() => void signOut()}>
      {t('signIn.out')}
    </button>
  )
}

import { useTranslation } from 'react-i18next'
import { switchKeys, useKeysAreOn } from './keys.ts'

export function KeysSwitch() {
  const { t } = useTranslation()
  const areOn = useKeysAreOn()
  return (
    <label className="desk-keys no-print">
      <input type="checkbox" checked={areOn} onChange={event => switchKeys(event.target.checked)} />
      {t('desk.keys.switch')}
    </label>
  )
}

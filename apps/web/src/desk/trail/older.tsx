import { useTranslation } from 'react-i18next'
import type { Refused } from '../client/ask.ts'
import { RefusedText } from '../refused-text.tsx'

interface List {
  readonly next: number | null
  readonly showOlder: () => Promise<void>
  readonly notMore: Refused | undefined
}

export function Older({ list: { next, showOlder, notMore } }: { list: List }) {
  const { t } = useTranslation()
  return (
    <>
      {notMore ? <RefusedText refused={notMore} takesFocus /> : null}
      {next === null ? null : (
        <p className="row no-print">
          <button type="button" className="button quiet" onClick={() => void showOlder()}>
            {t('firm.looks.older')}
          </button>
        </p>
      )}
    </>
  )
}

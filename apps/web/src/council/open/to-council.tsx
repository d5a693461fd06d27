import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import type { Said } from '../said.ts'
import { useSaidPlain } from '../said-text.tsx'

interface ToCouncilProps {
  council: { readonly id: string; readonly name: Said; readonly madeUp: boolean }
}

export function ToCouncil({ council }: ToCouncilProps) {
  const { t } = useTranslation()
  const said = useSaidPlain()
  return (
    <>
      <p>
        <Link to="/councils/$council" params={{ council: council.id }}>
          <WithKorean text={t('councilOpen.toCouncil', { name: said(council.name) })} />
        </Link>
      </p>
      <MadeUp council={council} />
    </>
  )
}

/** Where the records are a demonstration's, each page says so: it names agencies that there are. */
export function MadeUp({ council: { madeUp } }: { council: { readonly madeUp: boolean } }) {
  const { t } = useTranslation()
  return madeUp ? (
    <p>
      <strong>{t('councilOpen.madeUp')}</strong>
    </p>
  ) : null
}

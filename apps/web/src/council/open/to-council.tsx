import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useSaidIn } from './said-text.tsx'
import type { Said } from './shapes.ts'

export function ToCouncil({ council }: { council: { readonly id: string; readonly name: Said } }) {
  const { t } = useTranslation()
  const said = useSaidIn()
  return (
    <p>
      <Link to="/councils/$council" params={{ council: council.id }}>
        <WithKorean text={t('councilOpen.toCouncil', { name: said(council.name) })} />
      </Link>
    </p>
  )
}

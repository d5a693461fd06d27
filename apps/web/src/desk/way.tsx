import { useTranslation } from 'react-i18next'
import { ProgrammeLine } from './programme-line.tsx'

interface WayProps {
  from: { readonly agency: string; readonly programme: string }
  to: { readonly agency: string; readonly programme: string }
  linked?: boolean
  isShort?: boolean
}

/** From one programme on to the next. */
export function Way({ from, to, linked = false, isShort = false }: WayProps) {
  const { t } = useTranslation()
  return (
    <span className="way">
      <ProgrammeLine {...from} linked={linked} isShort={isShort} />
      <span className="way-on">
        <span className="way-arrow">
          <span aria-hidden="true">→</span>
          <span className="only-heard">{t('desk.onwards')}</span>
        </span>
        <ProgrammeLine {...to} linked={linked} isShort={isShort} />
      </span>
    </span>
  )
}

/** The two ends of a link or a line of a list. */
export const endsOf = (of: {
  readonly fromAgency: string
  readonly fromProgramme: string
  readonly toAgency: string
  readonly toProgramme: string
}): Pick<WayProps, 'from' | 'to'> => ({
  from: { agency: of.fromAgency, programme: of.fromProgramme },
  to: { agency: of.toAgency, programme: of.toProgramme },
})

import { sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../../../parts/use-agency-name.ts'
import { useLanguage } from '../../../words/use-language.ts'
import type { Stated } from '../client/shapes.ts'

/** Who says so, and of which day: `직접 입력 · 2026. 6. 1. 기준`. */
export function SourceText({ stated }: { stated: Pick<Stated, 'source' | 'agency' | 'asOf'> }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <span className="dossier-source" data-source={stated.source}>
      {useSourceWords()(stated)} · {t('firm.dossier.asOf', { day: sayDay(stated.asOf, language) })}
    </span>
  )
}

export function useSourceWords(): (stated: Pick<Stated, 'source' | 'agency'>) => string {
  const { t } = useTranslation()
  const agencyName = useAgencyName()
  return ({ source, agency }) => {
    if (source === 'entered' || agency === null) return t(`firm.dossier.source.${source}`)
    return t(`firm.dossier.sourceOf.${source}`, { agency: agencyName(agency) })
  }
}

import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, firmNow, isBlank, keepFirm } from '../../firm/firm-store.ts'
import { useFirm } from '../../firm/use-firm.ts'
import { IndustryPicker } from '../../parts/industry-picker.tsx'
import { RegionPicker } from '../../parts/region-picker.tsx'

/** Two answers to begin with; whoever has begun already goes on. */
export function StartForm() {
  const { t } = useTranslation()
  const firm = useFirm()
  const navigate = useNavigate()
  const [industry, setIndustry] = useState(() => textOf(firm.facts.industry))
  const [region, setRegion] = useState(() => textOf(firm.facts.region))

  const start = (event: FormEvent) => {
    event.preventDefault()
    let told = firmNow()
    if (industry) told = answer(told, 'industry', industry)
    if (region) told = answer(told, 'region', region)
    keepFirm(told)
    void navigate({ to: '/find' })
  }

  return (
    <form className="start-form" onSubmit={start}>
      <div className="field">
        <label htmlFor="start-industry">{t('front.industry')}</label>
        <IndustryPicker id="start-industry" value={industry} onChange={setIndustry} describedBy="start-industry-help" />
        <p className="field-help" id="start-industry-help">
          {t('front.industryHelp')}
        </p>
      </div>
      <div className="field">
        <label htmlFor="start-region">{t('front.region')}</label>
        <RegionPicker id="start-region" value={region} onChange={setRegion} />
      </div>
      <button type="submit" className="button">
        {t(isBlank(firm) ? 'front.start' : 'front.goOn')}
      </button>
    </form>
  )
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

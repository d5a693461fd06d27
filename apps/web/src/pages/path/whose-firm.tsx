import type { Firm } from '@ieum/catalogue/records'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
import { useSaid } from '../../words/use-language.ts'
import { exampleFirm } from './example-firm.ts'

interface WhoseFirmProps {
  /** Left out when the visitor has told nothing yet. */
  firm: Firm | undefined
  isExample: boolean
  onExample: (example: Firm | undefined) => void
}

/** Whose path this is; without a firm, how to come by one. */
export function WhoseFirm({ firm, isExample, onExample }: WhoseFirmProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const { facts } = useRulebook()
  if (isExample)
    return (
      <p className="path-whose no-print" role="status">
        <span>{t('path.firm.example', { name: said(firm?.name) })}</span>
        <button type="button" className="plain-button" onClick={() => onExample(undefined)}>
          {t('path.firm.leave')}
        </button>
      </p>
    )
  if (firm)
    return (
      <p className="path-whose">
        {firm.name ? <strong>{said(firm.name)}</strong> : null}
        <span>{t('path.firm.yours')}</span>
        <Link to="/find" className="path-line-link no-print">
          {t('path.firm.change')}
        </Link>
      </p>
    )
  return (
    <section className="path-no-firm" aria-labelledby="path-no-firm">
      <h2 id="path-no-firm">{t('path.firm.noneTitle')}</h2>
      <p>{t('path.firm.none')}</p>
      <p className="row">
        <Link to="/find" className="button">
          {t('path.firm.toFind')}
        </Link>
        <button type="button" className="button quiet" onClick={() => void exampleFirm(facts).then(onExample)}>
          {t('path.firm.look')}
        </button>
      </p>
    </section>
  )
}

import { standingOf } from '@ieum/matching'
import type { RuledEdition, RuledProgramme } from '@ieum/rules'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { firmFileOf } from '../../firm/firm-file.ts'
import { isBlank } from '../../firm/firm-store.ts'
import { useFirm } from '../../firm/use-firm.ts'
import { matcherFor } from '../../firm/use-match.ts'
import { Proof } from '../../parts/proof/proof.tsx'
import { VerdictMark } from '../../parts/verdict-mark.tsx'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
import { Section } from './section.tsx'

/** How the visitor's firm stands to this programme, with the proof. */
export function ForYourFirm({ programme, edition }: { programme: RuledProgramme; edition: RuledEdition }) {
  const { t } = useTranslation()
  const rulebook = useRulebook()
  const firm = useFirm()
  const on = useOn()
  const result = useMemo(
    () => matcherFor(rulebook).matchOne(firmFileOf(firm), on, programme.id, edition.edition),
    [rulebook, firm, on, programme, edition],
  )
  return (
    <Section id="for-firm" title={t('programmes.page.forFirm')}>
      {isBlank(firm) || !result ? (
        <p className="row">
          {t('programmes.page.forFirmNone')} <Link to="/find">{t('programmes.page.toFind')}</Link>
        </p>
      ) : (
        <details className="for-firm">
          <summary>
            <VerdictMark standing={standingOf(result, programme)} /> {t('find.proof.title')}
          </summary>
          <Proof result={result} edition={edition} />
        </details>
      )}
      <p className="row">
        <Link to="/path" search={{ via: programme.id }}>
          {t('programmes.page.toPath')}
        </Link>
      </p>
    </Section>
  )
}

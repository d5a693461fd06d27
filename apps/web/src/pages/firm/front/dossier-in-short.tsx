import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Dossier } from '../client/shapes.ts'

export function DossierInShort({ dossier: { firm, facts, participations, papers } }: { dossier: Dossier }) {
  const { t } = useTranslation()
  const contradicted = facts.filter(one => one.contradicted).length
  return (
    <section className="firm-section" aria-labelledby="in-short">
      <h2 id="in-short">{t('firm.front.dossier')}</h2>
      <dl className="in-short">
        <div>
          <dt>{t('firm.dossier.facts')}</dt>
          <dd>{t('firm.front.count', { count: facts.length })}</dd>
        </div>
        <div>
          <dt>{t('firm.part.title')}</dt>
          <dd>{t('firm.front.count', { count: participations.length })}</dd>
        </div>
        <div>
          <dt>{t('firm.papers.title')}</dt>
          <dd>{t('firm.front.count', { count: papers.length })}</dd>
        </div>
      </dl>
      {contradicted > 0 ? (
        <p className="dossier-contradicted">{t('firm.front.contradicted', { count: contradicted })}</p>
      ) : null}
      <p>
        <Link to="/firm/$firm/dossier" params={{ firm: firm.id }}>
          {t('firm.front.toDossier')}
        </Link>
      </p>
    </section>
  )
}

import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ProgrammeLine } from '../../desk/programme-line.tsx'
import { AgreementMark } from '../../desk/state-mark.tsx'
import { endsOf, Way } from '../../desk/way.tsx'
import { useDirectory, useRulebook } from '../../rulebook/use-rulebook.ts'
import { useSaid } from '../../words/use-language.ts'
import type { Task } from '../client/shapes.ts'

/** What it joins: programmes, pathways, and the links that were agreed for it. */
export function Reach({ shown: { code, programmes, pathways, links }, post }: { shown: Task; post: string }) {
  const { t } = useTranslation()
  const said = useSaid()
  const rulebook = useRulebook()
  const { programme } = useDirectory()
  return (
    <>
      <section className="case-section">
        <h2>{t('councilDesk.task.links')}</h2>
        {links.length === 0 ? <p className="desk-nothing">{t('councilDesk.task.noLinks', { code })}</p> : null}
        <ul>
          {links.map(link => (
            <li key={link.id} className="desk-link">
              <p>
                <Way {...endsOf(link)} />
              </p>
              <p>
                <AgreementMark state={link.state} /> ·{' '}
                {t(link.inForce ? 'councilDesk.task.inForce' : 'councilDesk.task.notInForce')}
              </p>
              <p>
                <Link to="/desk/$post/links/$agreement" params={{ post, agreement: link.id }}>
                  {t('councilDesk.task.linkOpen', { version: link.version })}
                </Link>
              </p>
            </li>
          ))}
        </ul>
      </section>
      <section className="case-section">
        <h2>{t('councilDesk.task.programmes')}</h2>
        {programmes.length + pathways.length === 0 ? (
          <p className="desk-nothing">{t('councilDesk.task.noProgrammes')}</p>
        ) : null}
        <ul className="council-reach">
          {programmes.map(id => (
            <li key={id}>
              <ProgrammeLine agency={programme(id)?.agency} programme={id} linked />
            </li>
          ))}
          {pathways.map(id => (
            <li key={id}>
              <Link to="/path" search={{ pathway: id }}>
                {said(rulebook.pathways.find(pathway => pathway.id === id)?.name) || id}
              </Link>{' '}
              <small>{t('councilDesk.task.pathway')}</small>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { useSaid } from '../words/use-language.ts'
import type { ClosingLaw } from './shapes.ts'
import { SourceText } from './source-text.tsx'

/** What holds where nothing else was agreed, and what of it was not seen. */
export function ClosingLawText({ law, title }: { law: ClosingLaw | null; title: string }) {
  const { t } = useTranslation()
  const said = useSaid()
  if (!law) return null
  return (
    <section className="closing-law" aria-labelledby="closing-law">
      <h2 id="closing-law">{title}</h2>
      <p>
        <strong>{said(law.name)}</strong>
      </p>
      <ul className="closing-sentences">
        {law.says.map(words => (
          <li key={words.ko}>{said(words)}</li>
        ))}
      </ul>
      {law.unseen?.length ? (
        <p className="field-help">
          {t('closing.notSeen')}: {law.unseen.map(said).join(' · ')}
        </p>
      ) : null}
      <p>
        <SourceText source={law.source} />
      </p>
    </section>
  )
}

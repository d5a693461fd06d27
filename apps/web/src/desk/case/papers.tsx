import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import { ofPost } from '../client/paths.ts'
import type { Case } from '../client/shapes.ts'

const stateWords: Partial<Record<string, 'desk.case.paperWaits' | 'desk.case.paperAwaited'>> = {
  waiting: 'desk.case.paperWaits',
  awaited: 'desk.case.paperAwaited',
}

/** Papers of the firm that this desk may have; each comes as a file to keep, never as a page. */
export function Papers({ shown: { papers, firm, number }, post }: { shown: Case; post: string }) {
  const { t } = useTranslation()
  const reason = t('desk.case.paperReason', { number })
  return (
    <section className="case-section">
      <h2>{t('desk.case.papers')}</h2>
      {papers.length === 0 || !firm ? (
        <p className="desk-nothing">{t('desk.case.noPapers')}</p>
      ) : (
        <ul className="case-papers">
          {papers.map(({ id, name, bytes, state }) => (
            <li key={id}>
              {state === 'clean' ? (
                <a href={ofPost(post).paper(firm.id, id, reason)} download={name}>
                  <WithKorean text={name} />
                </a>
              ) : (
                <span>
                  <WithKorean text={name} /> — {t(stateWords[state] ?? 'desk.case.paperRefused')}
                </span>
              )}{' '}
              <small>{sayBytes(bytes)}</small>
            </li>
          ))}
        </ul>
      )}
      {papers.length > 0 ? <p className="field-help">{t('desk.case.paperRecorded', { reason })}</p> : null}
    </section>
  )
}

const sayBytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`

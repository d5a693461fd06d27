import { sayShortDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useLanguage } from '../../words/use-language.ts'
import { followPaths } from './follow-paths.ts'
import type { CouncilPaper } from './shapes.ts'

interface PaperListProps {
  post: string
  papers: readonly CouncilPaper[]
  /** Left out, none can be taken away. */
  onRemoved?: ((paper: CouncilPaper) => void) | undefined
}

/** Papers with how far each was looked through; those found clean can be saved. */
export function PaperList({ post, papers, onRemoved }: PaperListProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const agencyName = useAgencyName()
  const removing = useChange<object>()
  const at = followPaths(post)
  const remove = async (paper: CouncilPaper) => {
    if (await removing.send(at.paper(paper.id), undefined, 'DELETE')) onRemoved?.(paper)
  }
  return (
    <>
      <ul className="follow-papers">
        {papers.map(paper => {
          const { id, name, bytes, state, checkedBy, agency, uploadedAt } = paper
          const isByForm = state === 'clean' && checkedBy === 'structure'
          return (
            <li key={id}>
              <span lang="ko">
                {state === 'clean' ? (
                  <a href={at.paperContent(id)} download={name}>
                    {name}
                  </a>
                ) : (
                  name
                )}
              </span>{' '}
              <small>
                {sayBytes(bytes)} · {agencyName(agency)} · {sayShortDay(uploadedAt.slice(0, 10), language)} ·{' '}
                {t(`follow.paper.state.${isByForm ? 'cleanByForm' : state}`)}
              </small>
              {onRemoved ? (
                <button
                  type="button"
                  className="plain-button no-print"
                  aria-label={t('follow.paper.remove', { name })}
                  aria-disabled={removing.isSending}
                  onClick={() => void remove(paper)}
                >
                  {t('follow.paper.removeShort')}
                </button>
              ) : null}
            </li>
          )
        })}
      </ul>
      {removing.refused ? <RefusedText refused={removing.refused} takesFocus /> : null}
    </>
  )
}

const sayBytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

import { useTranslation } from 'react-i18next'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { councilsOf } from '../client/paths.ts'
import type { Council } from '../client/shapes.ts'
import { useTitle } from '../said-text.tsx'
import { Sure } from '../sure.tsx'

const kinds = ['sessions', 'actions', 'tasks', 'closings'] as const

interface DissolveProps {
  shown: Council
  post: string
  onDone: () => Promise<void>
  /** Reads the council anew, which clears what was typed on the page: asked for, not done by itself. */
  onAgain: () => void
}

/** Nothing is left behind: what is still open is named, and comes to its end first. */
export function Dissolve({ shown, post, onDone, onAgain }: DissolveProps) {
  const { t } = useTranslation()
  const titleOf = useTitle()
  const { isSending, refused, send, forget } = useChange<{ on: string }>()
  const left = kinds.flatMap(what => {
    const count = shown.unfinished?.[what] ?? 0
    return count > 0 ? [{ what, count }] : []
  })
  return (
    <section className="case-section">
      <h2>{t('councilDrawUp.dissolve.title')}</h2>
      {left.length > 0 ? (
        <>
          <p>{t('councilDrawUp.dissolve.left')}</p>
          <ul>
            {left.map(({ what, count }) => (
              <li key={what}>{t(`councilDrawUp.dissolve.${what}`, { count })}</li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p>{t('councilDrawUp.dissolve.text')}</p>
          {refused ? (
            <RefusedText refused={refused} takesFocus>
              {refused.status === 409 ? (
                <p className="row">
                  <button type="button" className="button quiet" onClick={onAgain}>
                    {t('councilDrawUp.change.again')}
                  </button>
                </p>
              ) : null}
            </RefusedText>
          ) : null}
          <Sure
            opens={t('councilDrawUp.dissolve.opens')}
            yes={t('councilDrawUp.dissolve.yes')}
            no={t('councilDesk.list.no')}
            isQuiet
            isSending={isSending}
            onLeave={forget}
            onYes={async () => {
              const done = await send(councilsOf(post).dissolution(shown.id), { changed: shown.changed })
              if (done) await onDone()
            }}
          >
            <p>
              <strong>
                {t('councilDrawUp.dissolve.sure', {
                  name: titleOf(shown.name, t('councilDesk.council.title')),
                })}
              </strong>
            </p>
            <p>{t('councilDrawUp.dissolve.becomes')}</p>
          </Sure>
        </>
      )}
    </section>
  )
}

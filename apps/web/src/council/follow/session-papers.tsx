/** For the page of a session: its papers and those of its items, with their words. */
import { useTranslation } from 'react-i18next'
import { useAsked } from '../../desk/client/use-asked.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { speakFollow } from '../../words/council-follow-words.ts'
import type { Said } from '../said.ts'
import { useSaidPlain } from '../said-text.tsx'
import { Told, useTold } from '../told.tsx'
import { BringFile } from './bring-file.tsx'
import { followPaths } from './follow-paths.ts'
import { PaperList } from './paper-list.tsx'
import type { CouncilPaper } from './shapes.ts'
import './follow.css'

await speakFollow()

interface SessionPapersProps {
  post: string
  session: string
  items: readonly { readonly id: string; readonly title: Said; readonly proposedBy: readonly string[] }[]
  /** Whether who looks may bring papers to the session, and to an item. */
  mayBring: (item: string | null) => boolean
}

export default function SessionPapers({ post, session, items, mayBring }: SessionPapersProps) {
  const { t } = useTranslation()
  const said = useSaidPlain()
  const at = followPaths(post)
  const { value, refused, again } = useAsked<{ papers: readonly CouncilPaper[] }>(at.sessionPapers(session))
  const [told, tell] = useTold()
  if (!value) return refused ? <RefusedText refused={refused} again={again} /> : null
  const places = [
    { id: null, title: t('follow.paper.ofSession') },
    ...items.map(({ id, title }) => ({ id, title: said(title) })),
  ]
  const shown = places
    .map(place => ({
      ...place,
      papers: value.papers.filter(({ item }) => item === place.id),
      may: mayBring(place.id),
    }))
    .filter(({ papers, may }) => papers.length > 0 || may)
  if (shown.length === 0) return null
  return (
    <section className="case-section" aria-labelledby="session-papers">
      <h2 id="session-papers">{t('follow.paper.title')}</h2>
      <p className="field-help">
        {t('follow.paper.opens')} {shown.some(({ may }) => may) ? t('follow.paper.help') : null}
      </p>
      <Told {...told} />
      <ul className="follow-places">
        {shown.map(({ id, title, papers, may }) => (
          <li key={id ?? 'session'}>
            <h3 lang={id === null ? undefined : 'ko'}>{title}</h3>
            {papers.length === 0 ? <p className="field-help">{t('follow.paper.none')}</p> : null}
            <PaperList
              post={post}
              papers={papers}
              onRemoved={
                may
                  ? ({ name }) => {
                      tell(t('follow.paper.removed', { name }))
                      again()
                    }
                  : undefined
              }
            />
            {may ? (
              <BringFile
                path={id === null ? at.sessionPapers(session) : at.itemPapers(id)}
                to={title}
                isBrief
                onBrought={({ name }) => {
                  tell(t('follow.paper.sent', { name }), 'stays')
                  again()
                }}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

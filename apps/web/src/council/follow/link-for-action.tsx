import { useTranslation } from 'react-i18next'
import { useAsked } from '../../desk/client/use-asked.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { WithKorean } from '../../parts/with-korean.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useSaid } from '../../words/use-language.ts'
import { followPaths } from './follow-paths.ts'
import { LinkAsked } from './link-asked.tsx'
import type { LinkStart } from './shapes.ts'
import './follow.css'

/** The link that a decision asks for, before it is drawn up: what will be filled in. */
export function LinkForAction({ post, action }: { post: string; action: string }) {
  const { t } = useTranslation()
  const said = useSaid()
  const { value, refused, again } = useAsked<LinkStart>(followPaths(post).linkOfAction(action))
  if (!value)
    return refused ? (
      refused.status === 404 ? (
        <p className="desk-nothing">{t('follow.draw.missing')}</p>
      ) : (
        <RefusedText refused={refused} again={again} />
      )
    ) : (
      <Waiting />
    )
  const { council, decision, title, terms, drafted, mayDraft } = value
  return (
    <section className="case-section" aria-labelledby="link-for-action">
      <h2 id="link-for-action">
        <WithKorean text={said(title)} />
      </h2>
      <p>
        <WithKorean text={t('follow.draw.lead', { council: said(council), number: decision })} />
      </p>
      <dl className="follow-facts">
        <div>
          <dt>{t('follow.draw.basis')}</dt>
          <dd lang="ko">{terms.legalBasis}</dd>
        </div>
        {terms.councilTask ? (
          <div>
            <dt>{t('follow.draw.task')}</dt>
            <dd>{terms.councilTask}</dd>
          </div>
        ) : null}
      </dl>
      <LinkAsked
        post={post}
        action={{ id: action, link: drafted, state: 'open', mayDraftLink: mayDraft }}
        asks={{ is: 'link', fromProgramme: terms.fromProgramme, toProgramme: terms.toProgramme }}
      />
    </section>
  )
}

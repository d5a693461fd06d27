import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RulebookBoundary } from '../../rulebook/rulebook-boundary.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { ofPost } from '../client/paths.ts'
import type { PostCapacity } from '../client/shapes.ts'
import { useAsked } from '../client/use-asked.ts'
import { useChange } from '../client/use-change.ts'
import { DeskPage } from '../desk-page.tsx'
import { RefusedText } from '../refused-text.tsx'
import { OpenPost } from './open-post.tsx'
import { PostRow } from './post-row.tsx'
import type { AgencyPost } from './shapes.ts'
import '../agency.css'

const route = getRouteApi('/desk/$post/people')

/** Posts of the agency: who holds each, and how much lies with it. */
export function PeoplePage() {
  const { t } = useTranslation()
  const { post } = route.useParams()
  return (
    <DeskPage post={post} title={t('agency.people.title')} lead={<p>{t('agency.people.lead')}</p>}>
      {capacity => <Shown key={post} capacity={capacity} />}
    </DeskPage>
  )
}

function Shown({ capacity }: { capacity: PostCapacity }) {
  const { t } = useTranslation()
  const of = ofPost(capacity.post)
  const { value, refused, again } = useAsked<{ posts: readonly AgencyPost[] }>(of.allPosts)
  const changing = useChange<object>({ onChanged: again })
  // Who can take over has changed since it was read.
  const isOutdated = changing.refused?.code === 'successor-does-not-fit'
  useEffect(() => {
    if (isOutdated) again()
  }, [isOutdated, again])
  const [told, setTold] = useState<string>()
  const status = useRef<HTMLParagraphElement>(null)
  const isAdministrator = capacity.role === 'agency-administrator'
  if (!value) return refused ? <RefusedText refused={refused} again={again} /> : <Waiting />

  const done = (text: string) => {
    setTold(text)
    status.current?.focus()
    again()
  }
  // What was done before is no longer the news once something was refused.
  const news = changing.refused ? undefined : told
  const open = value.posts.filter(({ closed }) => !closed)
  const closed = value.posts.filter(one => one.closed)
  return (
    <RulebookBoundary>
      <div className="agency-parts">
        <p role="status" ref={status} tabIndex={-1} className={news ? 'agency-told' : 'only-heard'}>
          {news}
        </p>
        {changing.refused ? <RefusedText refused={changing.refused} takesFocus /> : null}
        <ul className="agency-posts">
          {open.map(one => (
            <PostRow
              key={one.id}
              of={of}
              shown={one}
              others={open.filter(({ id }) => id !== one.id)}
              isAdministrator={isAdministrator}
              changing={changing}
              onDone={done}
            />
          ))}
        </ul>
        {isAdministrator ? <OpenPost of={of} onDone={done} /> : null}
        {closed.length > 0 ? (
          <details>
            <summary>{t('agency.people.closed', { count: closed.length })}</summary>
            <ul className="agency-posts">
              {closed.map(one => (
                <PostRow
                  key={one.id}
                  of={of}
                  shown={one}
                  others={[]}
                  isAdministrator={false}
                  changing={changing}
                  onDone={done}
                />
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </RulebookBoundary>
  )
}

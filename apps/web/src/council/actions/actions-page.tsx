import { getRouteApi, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsked } from '../../desk/client/use-asked.ts'
import { DeskPage } from '../../desk/desk-page.tsx'
import { RefusedText } from '../../desk/refused-text.tsx'
import { RulebookBoundary } from '../../rulebook/rulebook-boundary.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { followPaths } from '../follow/follow-paths.ts'
import type { FollowUp } from '../follow/shapes.ts'
import { Told } from '../told.tsx'
import { Actions } from './actions.tsx'
import { firstGroupOf, type Group, groupNames, groups } from './groups.ts'

const route = getRouteApi('/desk/$post/actions')

/** What is to be followed up across all councils. */
export function ActionsPage() {
  const { t } = useTranslation()
  const { post } = route.useParams()
  return (
    <DeskPage post={post} title={t('follow.title')} lead={<p>{t('follow.lead')}</p>}>
      {() => (
        <RulebookBoundary>
          <Grouped key={post} post={post} />
        </RulebookBoundary>
      )}
    </DeskPage>
  )
}

function Grouped({ post }: { post: string }) {
  const { t } = useTranslation()
  const { hash } = useLocation()
  const { value, refused, isAsking, again } = useAsked<FollowUp>(followPaths(post).actions)
  const [chosen, setChosen] = useState<Group>()
  const [told, setTold] = useState<string>()
  const isThere = value?.actions.some(({ id }) => id === hash) ?? false
  // News leads to one action: it stands in view, whoever owns it.
  useEffect(() => {
    if (isThere) document.getElementById(hash)?.focus()
  }, [isThere, hash])
  if (!value) return refused ? <RefusedText refused={refused} again={again} /> : <Waiting />
  if (value.counts.councils === 0) return <p className="desk-nothing">{t('follow.none.councils')}</p>
  const of = (group: Group) => value.actions.filter(groups[group])
  // Where something waits for this post; else all there is.
  const first = isThere ? 'all' : firstGroupOf(value.actions)
  const group = chosen ?? first
  return (
    <>
      <fieldset className="desk-chips">
        <legend className="only-heard">{t('follow.show')}</legend>
        {groupNames.map(name => (
          <button key={name} type="button" aria-pressed={name === group} onClick={() => setChosen(name)}>
            {t(`follow.group.${name}`)} <strong>{of(name).length}</strong>
          </button>
        ))}
      </fieldset>
      <Told told={told} />
      <h2 className="only-heard">{t(`follow.group.${group}`)}</h2>
      <Actions
        post={post}
        actions={of(group)}
        on="everything"
        none={t(`follow.none.${group}`)}
        isStale={isAsking}
        onDone={text => {
          setTold(text)
          again()
        }}
        onChanged={again}
      />
    </>
  )
}

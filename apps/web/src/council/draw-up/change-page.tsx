import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../desk/client/use-change.ts'
import { RulebookBoundary } from '../../rulebook/rulebook-boundary.tsx'
import { speakCouncilDesk } from '../../words/council-desk-words.ts'
import { speakCouncilDrawUp } from '../../words/council-draw-up-words.ts'
import { AskedCouncil } from '../asked-council.tsx'
import type { AskedProps } from '../asked-page.tsx'
import { councilsOf } from '../client/paths.ts'
import type { Council } from '../client/shapes.ts'
import { forgetSits } from '../councils/use-sits.ts'
import { CouncilForm } from './council-form.tsx'
import { Dissolve } from './dissolve.tsx'
import { changeOf, typedOf } from './typed.ts'
import './draw-up.css'

await Promise.all([speakCouncilDesk(), speakCouncilDrawUp()])

const route = getRouteApi('/desk/$post/councils/$council/change')

/** A council as its secretary words it anew, or ends it. */
export function ChangeCouncilPage() {
  const { t } = useTranslation()
  const { post, council } = route.useParams()
  return (
    <AskedCouncil post={post} council={council}>
      {asked =>
        asked.shown.keeps ? (
          <RulebookBoundary>
            <Changing key={asked.shown.id} {...asked} />
          </RulebookBoundary>
        ) : (
          <>
            <p className="desk-nothing">
              {t(asked.shown.dissolvedOn ? 'councilDrawUp.change.dissolved' : 'councilDrawUp.change.notYours')}
            </p>
            <p>
              <Link to="/desk/$post/councils/$council" params={{ post, council }}>
                {t('councilDrawUp.change.back')}
              </Link>
            </p>
          </>
        )
      }
    </AskedCouncil>
  )
}

/** What is typed stays until what was asked for anew is there. */
function Changing(asked: AskedProps<Council>) {
  const { shown, again } = asked
  const [left, setLeft] = useState<Council>()
  const [readings, setReadings] = useState(0)
  if (left && left !== shown) {
    setLeft(undefined)
    setReadings(readings + 1)
  }
  return (
    <Change
      key={readings}
      {...asked}
      isReadAnew={readings > 0}
      again={() => {
        setLeft(shown)
        again()
      }}
    />
  )
}

interface ChangeProps extends AskedProps<Council> {
  /** The button that asked for it is gone: the focus is with what is read. */
  isReadAnew: boolean
}

function Change({ shown, capacity: { post, agency }, again, isReadAnew }: ChangeProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { isSending, refused, send, forget } = useChange<{ changed: number }>()
  const toCouncil = { to: '/desk/$post/councils/$council', params: { post, council: shown.id } } as const
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isReadAnew) heading.current?.focus()
  }, [isReadAnew])
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {t('councilDrawUp.change.title')}
      </h2>
      <p>{t('councilDrawUp.change.lead')}</p>
      {refused?.code === 'changed-meanwhile' ? (
        <p className="row">
          <button type="button" className="button quiet" onClick={again}>
            {t('councilDrawUp.change.again')}
          </button>
        </p>
      ) : null}
      <CouncilForm
        start={typedOf(shown)}
        own={agency}
        isNew={false}
        isSending={isSending}
        refused={refused}
        onTyped={forget}
        onSend={async typed => {
          const done = await send(councilsOf(post).council(shown.id), changeOf(typed, shown), 'PUT')
          if (!done) return false
          forgetSits()
          await navigate(toCouncil)
          return true
        }}
        save={t('councilDrawUp.change.save')}
        leave={
          <Link {...toCouncil} className="button quiet">
            {t('desk.leave')}
          </Link>
        }
      />
      <Dissolve
        shown={shown}
        post={post}
        onDone={async () => {
          forgetSits()
          await navigate(toCouncil)
        }}
        onAgain={again}
      />
    </>
  )
}

import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import type { PostCapacity } from '../../desk/client/shapes.ts'
import { useChange } from '../../desk/client/use-change.ts'
import { councilsOf } from '../client/paths.ts'
import { forgetSits } from '../councils/use-sits.ts'
import { CouncilForm } from './council-form.tsx'
import { sentOf, startOf } from './typed.ts'

/** It ends on the page of the council; refused, it keeps what was typed. */
export function DrawUpForm({ capacity: { post, agency } }: { capacity: PostCapacity }) {
  const { t } = useTranslation()
  const on = useOn()
  const navigate = useNavigate()
  const { isSending, refused, send, forget } = useChange<{ council: string }>()
  return (
    <CouncilForm
      start={startOf(agency, on)}
      own={agency}
      isNew
      isSending={isSending}
      refused={refused}
      onTyped={forget}
      onSend={async typed => {
        const done = await send(councilsOf(post).drawUp, sentOf(typed))
        if (!done) return false
        forgetSits()
        await navigate({ to: '/desk/$post/councils/$council', params: { post, council: done.council } })
        return true
      }}
      save={t('councilDrawUp.save')}
      leave={
        <Link to="/desk/$post/councils" params={{ post }} className="button quiet">
          {t('desk.leave')}
        </Link>
      }
    />
  )
}

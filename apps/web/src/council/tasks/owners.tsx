import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ofPost } from '../../desk/client/paths.ts'
import type { Post, PostCapacity } from '../../desk/client/shapes.ts'
import { useAsked } from '../../desk/client/use-asked.ts'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { AgencyLine } from '../../parts/agency-line.tsx'
import { goInto, useFormInPlace } from '../../parts/use-form-in-place.ts'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { Waiting } from '../../shell/waiting.tsx'
import { useSaid } from '../../words/use-language.ts'
import { councilsOf } from '../client/paths.ts'
import type { Task } from '../client/shapes.ts'
import { SaidText } from '../said-text.tsx'

interface OwnersProps {
  shown: Task
  capacity: PostCapacity
  onDone: (told: string) => void
}

/** Whose posts own the task, agency by agency. */
export function Owners({ shown, capacity, onDone }: OwnersProps) {
  const { t } = useTranslation()
  const { agency: agencyOf, ministryOf } = useDirectory()
  const { isOpen, opener, open, leave, close } = useFormInPlace()
  const agencies = [...new Set([...shown.sides, ...shown.posts.map(({ agency }) => agency)])]
  return (
    <section className="case-section">
      <h2>{t('councilDesk.task.owners')}</h2>
      {agencies.map(agency => {
        const posts = shown.posts.filter(post => post.agency === agency)
        return (
          <div key={agency} className="council-owners">
            <h3>
              <AgencyLine agency={agencyOf(agency)} ministry={ministryOf(agency)} isShort />
            </h3>
            {posts.length === 0 ? <p className="field-help">{t('councilDesk.task.noOwners')}</p> : null}
            <ul>
              {posts.map(({ title, post, inferred }) => (
                <li key={title.ko}>
                  <SaidText said={title} /> {inferred ? <small>{t('councilDesk.task.inferred')}</small> : null}
                  {post ? <small>{t('councilDesk.task.named')}</small> : null}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      {shown.namesOwners && shown.sides.includes(capacity.agency) ? (
        isOpen ? (
          <NameOwners
            shown={shown}
            capacity={capacity}
            onLeave={leave}
            onDone={told => {
              close()
              onDone(told)
            }}
          />
        ) : (
          <p>
            <button ref={opener} type="button" className="plain-button" onClick={open}>
              {t('councilDesk.task.nameOwners')}
            </button>
          </p>
        )
      ) : null}
    </section>
  )
}

function NameOwners({ shown, capacity: { post }, onLeave, onDone }: OwnersProps & { onLeave: () => void }) {
  const { t } = useTranslation()
  const said = useSaid()
  const { value, refused: notCome, again } = useAsked<{ posts: readonly Post[] }>(ofPost(post).posts)
  const { isSending, refused, send } = useChange()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(shown.posts.flatMap(one => one.post ?? [])))
  const [isMissing, setMissing] = useState(false)
  if (!value) return notCome ? <RefusedText refused={notCome} again={again} /> : <Waiting />
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const posts = value.posts.map(({ id }) => id).filter(id => chosen.has(id))
    setMissing(posts.length === 0)
    if (posts.length === 0) return
    if (await send(councilsOf(post).owners(shown.id), { posts }, 'PUT')) onDone(t('councilDesk.task.ownersDone'))
  }
  return (
    <form ref={goInto} className="case-form" onSubmit={event => void submit(event)}>
      <fieldset>
        <legend className="field-label">{t('councilDesk.task.nameOwners')}</legend>
        <p className="field-help">{t('councilDesk.task.nameOwnersText')}</p>
        {isMissing && chosen.size === 0 ? (
          <p role="alert" className="field-wrong">
            {t('councilDesk.task.ownersWrong')}
          </p>
        ) : null}
        {value.posts.map(({ id, name }) => (
          <label key={id} className="choice">
            <input
              type="checkbox"
              checked={chosen.has(id)}
              onChange={({ target }) => {
                const next = new Set(chosen)
                if (target.checked) next.add(id)
                else next.delete(id)
                setChosen(next)
              }}
            />
            <span>{said(name)}</span>
          </label>
        ))}
      </fieldset>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <p className="row">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t(isSending ? 'desk.sending' : 'councilDesk.task.ownersSave')}
        </button>
        <button type="button" className="button quiet" onClick={onLeave}>
          {t('desk.leave')}
        </button>
      </p>
    </form>
  )
}

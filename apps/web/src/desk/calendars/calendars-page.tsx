import { getRouteApi } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Waiting } from '../../shell/waiting.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { ofPost } from '../client/paths.ts'
import { useAsked } from '../client/use-asked.ts'
import { useChange } from '../client/use-change.ts'
import { DeskPage } from '../desk-page.tsx'
import { RefusedText } from '../refused-text.tsx'
import { sayMoment } from '../say-moment.ts'
import '../agency.css'

const route = getRouteApi('/desk/$post/calendars')

type About = 'mine' | 'agency' | 'task'

interface Feed {
  readonly id: string
  readonly about: About
  readonly madeAt: string
}

/** Addresses for a calendar programme: made, shown once, and ended. */
export function CalendarsPage() {
  const { t } = useTranslation()
  const { post } = route.useParams()
  return (
    <DeskPage post={post} title={t('agency.calendars.title')} lead={<p>{t('agency.calendars.lead')}</p>}>
      {() => <Shown key={post} post={post} />}
    </DeskPage>
  )
}

function Shown({ post }: { post: string }) {
  const { task } = route.useSearch()
  const { value, refused, again } = useAsked<{ feeds: readonly Feed[] }>(ofPost(post).feeds)
  if (!value) return refused ? <RefusedText refused={refused} again={again} /> : <Waiting />
  return (
    <div className="agency-parts">
      <MakeFeed post={post} task={task} made={again} />
      <Feeds post={post} feeds={value.feeds} ended={again} />
    </div>
  )
}

function MakeFeed({ post, task, made }: { post: string; task: string | undefined; made: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { isSending, refused, send } = useChange<{ path: string }>()
  const kinds: readonly About[] = task ? ['task', 'mine', 'agency'] : ['mine', 'agency']
  const [about, setAbout] = useState<About>(kinds[0]!)
  const [address, setAddress] = useState<string | null>(null)
  const told = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (address) told.current?.focus()
  }, [address])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isSending) return
    const feed = await send(ofPost(post).feeds, { about, language, ...(about === 'task' && { task }) })
    if (!feed) return
    setAddress(new URL(feed.path, location.origin).href)
    made()
  }
  return (
    <form className="agency-form" onSubmit={event => void submit(event)}>
      <div ref={told} tabIndex={-1} role="status" className={address ? 'agency-told' : 'only-heard'}>
        {address ? (
          <>
            <p>
              <strong>{t('agency.calendars.shownOnce')}</strong>
            </p>
            <p>
              <code className="agency-secret">{address}</code>
            </p>
            <p>{t('agency.calendars.how')}</p>
          </>
        ) : null}
      </div>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <fieldset>
        <legend className="field-label">{t('agency.calendars.about')}</legend>
        {kinds.map(one => (
          <label key={one} className="choice">
            <input type="radio" name="about" checked={about === one} onChange={() => setAbout(one)} />
            <span>
              <strong>{t(`agency.calendars.kinds.${one}`)}</strong>
              <span className="field-help">{t(`agency.calendars.kindHelp.${one}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="field-help">{t('agency.calendars.careful')}</p>
      <p className="row">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t(isSending ? 'desk.sending' : 'agency.calendars.make')}
        </button>
      </p>
    </form>
  )
}

function Feeds({ post, feeds, ended }: { post: string; feeds: readonly Feed[]; ended: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { isSending, refused, send } = useChange()
  const end = async (id: string) => {
    if (isSending) return
    if (await send(ofPost(post).feed(id), undefined, 'DELETE')) ended()
  }
  return (
    <section className="agency-parts" aria-labelledby="calendars-made">
      <h2 id="calendars-made">{t('agency.calendars.made')}</h2>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      {feeds.length === 0 ? <p>{t('agency.calendars.none')}</p> : null}
      <ul className="agency-feeds">
        {feeds.map(({ id, about, madeAt }) => (
          <li key={id}>
            <span>
              {t(`agency.calendars.kinds.${about}`)} ·{' '}
              {t('agency.calendars.madeAt', { at: sayMoment(madeAt, language) })}
            </span>
            <button type="button" className="button quiet" aria-disabled={isSending} onClick={() => void end(id)}>
              {t('agency.calendars.end')}
              <span className="only-heard">
                {' '}
                {t(`agency.calendars.kinds.${about}`)} {sayMoment(madeAt, language)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

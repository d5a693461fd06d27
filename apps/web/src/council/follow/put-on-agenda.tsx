import type { BrokenStep } from '@ieum/council'
import { may } from '@ieum/desk'
import { sayDay, sayFinding } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsked } from '../../desk/client/use-asked.ts'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { useWho } from '../../desk/who.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useLanguage } from '../../words/use-language.ts'
import { useSaidPlain } from '../said-text.tsx'
import { followPaths } from './follow-paths.ts'
import type { AgendaFor } from './shapes.ts'
import './follow.css'

interface PutOnAgendaProps {
  finding: BrokenStep
  /** Without a heading of its own, where many stand below each other. */
  isShort: boolean
}

/** So long it is talked about, until the secretariat says otherwise. */
const minutes = 15

/** The break goes onto the next session's agenda with its figures, by whichever of one's posts may put it there. */
export function PutOnAgenda({ finding, isShort }: PutOnAgendaProps) {
  const who = useWho()
  if (who.is !== 'signed in') return null
  // One post of each agency is enough; one that may put items there is asked first.
  const posts = who.me.posts
    .filter(({ role }) => may(role, 'read council', 'seated'))
    .toSorted((a, b) => Number(may(b.role, 'put on agenda', 'seated')) - Number(may(a.role, 'put on agenda', 'seated')))
  const first = posts.filter(({ agency }, at) => posts.findIndex(one => one.agency === agency) === at)
  return (
    <>
      {first.map(({ post }) => (
        <OfPost key={post} post={post} finding={finding} isShort={isShort} />
      ))}
    </>
  )
}

function OfPost({ post, finding, isShort }: PutOnAgendaProps & { post: string }) {
  const { t } = useTranslation()
  const id = useId()
  const { value, refused, again } = useAsked<{ agendas: readonly AgendaFor[] }>(
    followPaths(post).agendas({ from: finding.from, to: finding.to }),
  )
  if (refused) return <RefusedText refused={refused} again={again} />
  if (!value || value.agendas.length === 0) return null
  const agendas = value.agendas.map(agenda => (
    <Agenda key={agenda.council.id} post={post} agenda={agenda} finding={finding} onPut={again} />
  ))
  if (isShort) return <div className="follow-agenda no-print">{agendas}</div>
  return (
    <section className="follow-agenda no-print" aria-labelledby={id}>
      <h3 id={id}>{t('follow.agenda.title')}</h3>
      {agendas}
    </section>
  )
}

interface AgendaProps {
  post: string
  agenda: AgendaFor
  finding: BrokenStep
  onPut: () => void
}

function Agenda({ post, agenda: { council, may: isMay, next, stands }, finding, onPut }: AgendaProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = useSaidPlain()
  const { programme } = useDirectory()
  const { isSending, refused, send } = useChange<{ item: string }>()
  const [isPut, setPut] = useState(false)
  const names = {
    programme: (id: string) => programme(id)?.name ?? { ko: id, en: id },
    rule: (of: string, edition: string, id: string) => {
      const found = programme(of)?.editions.find(each => each.edition === edition)
      const rule = [...(found?.criteria ?? []), ...(found?.exclusions ?? [])].find(one => one.id === id)
      return rule?.label ?? { ko: id, en: id }
    },
  }
  const name = said(council.name)
  // The same break, whatever was found of it before.
  const isThere = next !== null && stands.some(({ session, why }) => session === next.id && why === finding.why.is)
  const standsAs = ({ session, why }: AgendaFor['stands'][number]) =>
    session !== next?.id ? 'stood' : why === finding.why.is ? 'stands' : 'standsOther'
  const put = async () => {
    if (!next) return
    const [ko, en] = [sayFinding(finding, names, 'ko'), sayFinding(finding, names, 'en')]
    const done = await send(followPaths(post).putItem(next.id), {
      kind: 'finding',
      title: ko.title,
      titleEn: en.title,
      minutes,
      proposal: [ko.found, ko.opens].filter(Boolean).join(' '),
      finding,
    })
    if (!done) return
    setPut(true)
    onPut()
  }
  return (
    <div className="follow-agenda-of">
      <p>
        <WithKorean text={name} />
      </p>
      <div role="status">
        {stands.length > 0 ? (
          <ul>
            {stands.map(stand => (
              <li key={stand.item}>
                {t(`follow.agenda.${standsAs(stand)}`, {
                  number: stand.number,
                  day: sayDay(stand.on, language),
                })}{' '}
                {stand.decisions.length > 0
                  ? t('follow.agenda.decided', { numbers: stand.decisions.join(', ') })
                  : null}{' '}
                <Link to={`/desk/${post}/sessions/${stand.session}` as never}>{t('follow.agenda.open')}</Link>
              </li>
            ))}
          </ul>
        ) : isPut && next ? (
          <p>{t('follow.agenda.put1', { number: next.number, day: sayDay(next.on, language) })}</p>
        ) : null}
      </div>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      {isThere || isPut ? null : !next ? (
        <p className="field-help">{t('follow.agenda.noSession', { council: name })}</p>
      ) : isMay ? (
        <p className="row">
          <button type="button" className="button" aria-disabled={isSending} onClick={() => void put()}>
            {t(isSending ? 'follow.agenda.putting' : 'follow.agenda.put')}
          </button>
        </p>
      ) : (
        <p className="field-help">{t('follow.agenda.notYours')}</p>
      )}
    </div>
  )
}

import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RulebookBoundary } from '../../rulebook/rulebook-boundary.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { Done } from '../batches/done.tsx'
import { ofPost } from '../client/paths.ts'
import type { AgreementInFull, LinkTerms, PostCapacity } from '../client/shapes.ts'
import { useAsked } from '../client/use-asked.ts'
import { useChange } from '../client/use-change.ts'
import { DeskPage } from '../desk-page.tsx'
import { RefusedText } from '../refused-text.tsx'
import { useWho } from '../who.ts'
import { TermsForm } from './terms-form.tsx'
import { typedFrom } from './typed-terms.ts'

const route = getRouteApi('/desk/$post/links/$agreement/terms')

/** The terms of an agreement to be written: a draft is changed, one that stands gets its next version. */
export function TermsPage() {
  const { t } = useTranslation()
  const { post, agreement } = route.useParams()
  const who = useWho()
  const { value, refused, isAsking, again } = useAsked<AgreementInFull>(
    who.is === 'signed in' ? ofPost(post).agreement(agreement) : undefined,
  )
  const shown = value?.id === agreement ? value : undefined
  const isDraft = shown?.state === 'drafted'
  return (
    <DeskPage
      key={agreement}
      post={post}
      title={shown ? t(isDraft ? 'agreement.change.title' : 'agreement.renew.title') : t('desk.links.one')}
      lead={
        shown ? (
          <p>{isDraft ? t('agreement.change.lead') : t('agreement.renew.lead', { version: shown.version })}</p>
        ) : null
      }
    >
      {capacity =>
        shown ? (
          <RulebookBoundary>
            <Writing shown={shown} capacity={capacity} isStale={isAsking} onChanged={again} />
          </RulebookBoundary>
        ) : refused ? (
          <RefusedText refused={refused} {...(refused.status !== 404 && { again })} />
        ) : (
          <Waiting />
        )
      }
    </DeskPage>
  )
}

interface WritingProps {
  shown: AgreementInFull
  capacity: PostCapacity
  isStale: boolean
  onChanged: () => void
}

function Writing({ shown, capacity, isStale, onChanged }: WritingProps) {
  const { t } = useTranslation()
  const { post } = capacity
  const { isSending, refused, send } = useChange<{ changed: number; agreement?: string; version?: number }>({
    isStale,
    onChanged,
  })
  const [done, setDone] = useState<{ agreement: string; text: string }>()
  // As it stood when one came: what is typed is not lost when a colleague moves it meanwhile.
  const [writing] = useState(shown.writings[0])
  const [start] = useState(() => typedFrom(shown))
  const toAgreement = (agreement: string, text: string, className?: string) => (
    <Link to="/desk/$post/links/$agreement" params={{ post, agreement }} {...(className && { className })}>
      {text}
    </Link>
  )

  if (done) return <Done text={done.text}>{toAgreement(done.agreement, t('agreement.toAgreement'), 'button')}</Done>
  if (!writing)
    return (
      <p className="desk-nothing">
        {t('agreement.change.notNow')} {toAgreement(shown.id, t('agreement.toAgreement'))}
      </p>
    )
  const write = async (terms: LinkTerms) => {
    const of = ofPost(post)
    if (writing === 'change') {
      const kept = await send(of.agreement(shown.id), { changed: shown.changed, terms }, 'PUT')
      if (kept) setDone({ agreement: shown.id, text: t('agreement.change.changed') })
      return
    }
    const next = await send(of.nextVersion(shown.id), { terms })
    if (next)
      setDone({ agreement: next.agreement ?? shown.id, text: t('agreement.renew.drafted', { version: next.version }) })
  }
  return (
    <TermsForm
      capacity={capacity}
      start={start}
      against={{ terms: shown, is: writing === 'change' ? 'kept' : 'standing' }}
      isBound={writing === 'renew' || shown.version > 1}
      save={t(writing === 'change' ? 'agreement.change.save' : 'agreement.renew.save')}
      isSending={isSending}
      isStale={isStale}
      refused={refused}
      onSend={terms => void write(terms)}
      onRefused={refused?.status === 409 ? <p>{toAgreement(shown.id, t('agreement.change.look'))}</p> : null}
    />
  )
}

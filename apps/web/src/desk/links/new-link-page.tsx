import { may } from '@ieum/desk'
import { sayRole } from '@ieum/wording'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkForAction } from '../../council/follow/link-for-action.tsx'
import { useOn } from '../../day/use-on.ts'
import { RulebookBoundary } from '../../rulebook/rulebook-boundary.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { Done } from '../batches/done.tsx'
import { ofPost } from '../client/paths.ts'
import type { AgreementInFull, LinkTerms, PostCapacity } from '../client/shapes.ts'
import { useAsked } from '../client/use-asked.ts'
import { useChange } from '../client/use-change.ts'
import { DeskPage } from '../desk-page.tsx'
import { RefusedText } from '../refused-text.tsx'
import { Between } from './between.tsx'
import type { NewLinkAsked } from './new-link-asked.ts'
import { StartChoice } from './start-choice.tsx'
import { TermsForm } from './terms-form.tsx'
import { emptyTerms, type TypedTerms, typedFrom } from './typed-terms.ts'
import { writers } from './writers.ts'
import './links.css'

const route = getRouteApi('/desk/$post/links/new')

/** A link is drawn up: first where to start, then its terms. */
export function NewLinkPage() {
  const { t } = useTranslation()
  const { post } = route.useParams()
  const asked = route.useSearch()
  return (
    <DeskPage post={post} title={t('agreement.draw.title')} lead={<p>{t('agreement.draw.lead')}</p>}>
      {capacity => (
        <RulebookBoundary>
          {may(capacity.role, 'draft link', 'none') ? (
            <Drawing key={JSON.stringify(asked)} capacity={capacity} asked={asked} />
          ) : (
            <NotForThisPost post={post} />
          )}
        </RulebookBoundary>
      )}
    </DeskPage>
  )
}

function NotForThisPost({ post }: { post: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div className="desk-nothing">
      <p>{t('agreement.draw.notYours')}</p>
      <p>{t('agreement.draw.who', { roles: writers.map(role => sayRole(role, language)).join(', ') })}</p>
      <p>
        <Link to="/desk/$post/links" params={{ post }}>
          {t('desk.links.toAll')}
        </Link>
      </p>
    </div>
  )
}

function Drawing({ capacity, asked }: { capacity: PostCapacity; asked: NewLinkAsked }) {
  const on = useOn()
  if (asked.action) return <LinkForAction post={capacity.post} action={asked.action} />
  if (asked.link) return <FromLink capacity={capacity} link={asked.link} />
  if (asked.like) return <FromAgreement capacity={capacity} agreement={asked.like} />
  if (asked.from || asked.to || asked.start)
    return (
      <Form
        capacity={capacity}
        start={{ ...emptyTerms(on), fromProgramme: asked.from ?? '', toProgramme: asked.to ?? '' }}
      />
    )
  return <StartChoice capacity={capacity} />
}

function FromLink({ capacity, link }: { capacity: PostCapacity; link: string }) {
  const { t } = useTranslation()
  const { value, refused, again } = useAsked<{ terms: LinkTerms }>(ofPost(capacity.post).startFrom(link))
  if (!value)
    return refused ? (
      refused.status === 404 ? (
        <Missing post={capacity.post} text={t('agreement.draw.noLink')} />
      ) : (
        <RefusedText refused={refused} again={again} />
      )
    ) : (
      <Waiting />
    )
  return <Form capacity={capacity} start={typedFrom(value.terms)} link={link} told={t('agreement.draw.linked')} />
}

function FromAgreement({ capacity, agreement }: { capacity: PostCapacity; agreement: string }) {
  const { t } = useTranslation()
  const on = useOn()
  const { value, refused, again } = useAsked<AgreementInFull>(ofPost(capacity.post).agreement(agreement))
  if (!value)
    return refused ? <RefusedText refused={refused} {...(refused.status !== 404 && { again })} /> : <Waiting />
  const typed = typedFrom(value)
  // Days that are over are not offered again.
  const start: TypedTerms = {
    ...typed,
    validFrom: typed.validFrom < on ? on : typed.validFrom,
    validTo: typed.validTo < on ? '' : typed.validTo,
  }
  return <Form capacity={capacity} start={start} told={t('agreement.draw.like', { version: value.version })} />
}

function Missing({ post, text }: { post: string; text: string }) {
  const { t } = useTranslation()
  return (
    <div className="desk-nothing">
      <p>{text}</p>
      <p>
        <Link to="/desk/$post/links/new" params={{ post }}>
          {t('agreement.draw.start')}
        </Link>
      </p>
    </div>
  )
}

interface FormProps {
  capacity: PostCapacity
  start: TypedTerms
  /** Of the catalogue, that it starts from. */
  link?: string
  told?: string
}

function Form({ capacity, start, link, told }: FormProps) {
  const { t } = useTranslation()
  const { post } = capacity
  const { isSending, refused, send } = useChange<{ agreement: string }>()
  const [drafted, setDrafted] = useState<string>()
  if (drafted)
    return (
      <Done text={t('agreement.draw.drafted')}>
        <Link to="/desk/$post/links/$agreement" params={{ post, agreement: drafted }} className="button">
          {t('agreement.toAgreement')}
        </Link>
        <Link to="/desk/$post/links" params={{ post }} className="button quiet">
          {t('desk.links.toAll')}
        </Link>
      </Done>
    )
  const draw = async (terms: LinkTerms) => {
    // Of another pair it would not be that link any more.
    const isOfLink = terms.fromProgramme === start.fromProgramme && terms.toProgramme === start.toProgramme
    const done = await send(ofPost(post).agreements(), { terms, ...(link && isOfLink && { fromLink: link }) })
    if (done) setDrafted(done.agreement)
  }
  return (
    <>
      {told ? <p className="link-told">{told}</p> : null}
      <TermsForm
        capacity={capacity}
        start={start}
        save={t('agreement.draw.save')}
        isSending={isSending}
        refused={refused}
        onSend={terms => void draw(terms)}
        between={typed => <Between post={post} from={typed.fromProgramme} to={typed.toProgramme} startedFrom={link} />}
      />
    </>
  )
}

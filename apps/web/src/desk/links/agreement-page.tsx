import { signedMoves } from '@ieum/desk'
import { sayAgreementState, sayDay } from '@ieum/wording'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import { ofPost } from '../client/paths.ts'
import type { AgreementInFull, PostCapacity } from '../client/shapes.ts'
import { type Asked, useAsked } from '../client/use-asked.ts'
import { DeskPage } from '../desk-page.tsx'
import { RefusedText } from '../refused-text.tsx'
import { sayMoment } from '../say-moment.ts'
import { AgreementMark } from '../state-mark.tsx'
import { endsOf, Way } from '../way.tsx'
import { useWho } from '../who.ts'
import { AgreementMoves } from './agreement-moves.tsx'
import { Compare } from './compare.tsx'
import { Terms } from './terms.tsx'
import { WhatItDoes } from './what-it-does.tsx'
import './links.css'

const route = getRouteApi('/desk/$post/links/$agreement')

/** One version of a link: its terms, the four signatures, the other versions, and what may be done with it. */
export function AgreementPage() {
  const { t } = useTranslation()
  const { post, agreement } = route.useParams()
  const who = useWho()
  const asked = useAsked<AgreementInFull>(who.is === 'signed in' ? ofPost(post).agreement(agreement) : undefined)
  const shown = asked.value?.id === agreement ? asked.value : undefined
  return (
    <DeskPage key={agreement} post={post} title={t('desk.links.one')}>
      {capacity => <Shown shown={shown} asked={asked} capacity={capacity} />}
    </DeskPage>
  )
}

interface ShownProps {
  shown: AgreementInFull | undefined
  asked: Asked<AgreementInFull>
  capacity: PostCapacity
}

function Shown({ shown, asked: { refused, isAsking, again }, capacity }: ShownProps) {
  const { t } = useTranslation()
  const { post } = capacity
  const language = useLanguage()
  const [told, setTold] = useState<string>()
  if (!shown)
    return refused ? (
      <RefusedText refused={refused} {...(refused.status !== 404 && { again })}>
        <p>
          <Link to="/desk/$post/links" params={{ post }}>
            {t('desk.links.toAll')}
          </Link>
        </p>
      </RefusedText>
    ) : (
      <Waiting />
    )
  return (
    <div className="case">
      <div className="case-head">
        <p>
          <Way {...endsOf(shown)} linked />
        </p>
        <p className="case-state">
          <AgreementMark state={shown.state} />
          <span>{t('desk.links.version', { version: shown.version })}</span>
          <span>{t(shown.inForce ? 'desk.links.isInForce' : 'desk.links.isNotInForce')}</span>
        </p>
        <Superseded shown={shown} post={post} />
        {shown.reason ? (
          <p>
            {t('desk.links.why')}: <WithKorean text={shown.reason} />
          </p>
        ) : null}
      </div>
      {refused ? <RefusedText refused={refused} again={again} /> : null}
      <AgreementMoves
        shown={shown}
        capacity={capacity}
        isStale={isAsking}
        told={told}
        onTold={setTold}
        onDone={state => {
          setTold(t('desk.links.nowStands', { state: sayAgreementState(state, language) }))
          again()
        }}
        onChanged={again}
      />
      <Signatures shown={shown} />
      <Compare shown={shown} />
      <Terms shown={shown} />
      <WhatItDoes title={t('agreement.does.title')} does={{ ...shown, days: shown }} />
      <Versions shown={shown} post={post} />
    </div>
  )
}

/** Four people, one after the other: those who have signed, and who comes next. */
function Signatures({ shown: { signatures, proposedBy, fromAgency, toAgency, state } }: { shown: AgreementInFull }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = useSaid()
  const agencyName = useAgencyName()
  const other = proposedBy === fromAgency ? toAgency : fromAgency
  const isOver = state === 'refused' || state === 'withdrawn'
  return (
    <section className="case-section">
      <h2>{t('desk.links.signatures')}</h2>
      <ol className="desk-signatures">
        {signedMoves.map((step, index) => {
          const signature = signatures.find(one => one.step === step)
          const agency = index < 2 ? proposedBy : other
          return (
            <li key={step} data-signed={signature !== undefined || undefined}>
              <strong>{t(`desk.links.step.${step}`)}</strong>
              <span>{agencyName(agency)}</span>
              {signature ? (
                <span>
                  {signature.person ? <span lang="ko">{signature.person} · </span> : null}
                  {said(signature.post)} · <time dateTime={signature.at}>{sayMoment(signature.at, language)}</time>
                </span>
              ) : (
                <span>{t(isOver ? 'desk.links.notSigned' : 'desk.links.toSign')}</span>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** Which version holds instead. */
function Superseded({ shown, post }: { shown: AgreementInFull; post: string }) {
  const { t } = useTranslation()
  const successor = shown.versions.find(({ id }) => id === shown.supersededBy)
  if (!successor) return null
  return (
    <p>
      {t('agreement.history.supersededHere', { version: successor.version })}{' '}
      <Link to="/desk/$post/links/$agreement" params={{ post, agreement: successor.id }}>
        {t('agreement.acts.nextVersion', { version: successor.version })}
      </Link>
    </p>
  )
}

/** Every version of the link that one may see, the newest first. */
function Versions({ shown, post }: { shown: AgreementInFull; post: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const numberOf = (id: string | null) => shown.versions.find(version => version.id === id)?.version
  return (
    <section className="case-section">
      <h2>{t('agreement.history.title')}</h2>
      <ul>
        {shown.versions.map(({ id, version, state, validFrom, validTo, supersededBy }) => (
          <li key={id} className="desk-version">
            {id === shown.id ? (
              <>
                <strong>{t('desk.links.version', { version })}</strong> ({t('agreement.history.shown')})
              </>
            ) : (
              <Link to="/desk/$post/links/$agreement" params={{ post, agreement: id }}>
                {t('desk.links.version', { version })}
              </Link>
            )}{' '}
            ·{' '}
            {supersededBy && numberOf(supersededBy)
              ? t('agreement.history.superseded', { version: numberOf(supersededBy) })
              : sayAgreementState(state, language)}{' '}
            ·{' '}
            {validTo
              ? t('desk.links.span', { from: sayDay(validFrom, language), to: sayDay(validTo, language) })
              : t('desk.links.since', { from: sayDay(validFrom, language) })}
            {id === shown.id && shown.endedOn
              ? ` · ${t('agreement.history.endedOn', { day: sayDay(shown.endedOn, language) })}`
              : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

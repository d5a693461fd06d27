import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { agency as words } from '../../words/ko/agency.ts'
import { ofPost } from '../client/paths.ts'
import { useChange } from '../client/use-change.ts'
import { RefusedText } from '../refused-text.tsx'
import type { TrailName, Verified } from './shapes.ts'

type Why = keyof (typeof words)['trail']['why']

/** Whether both chains are as they were written, and the checkpoint that lets somebody else say so later. */
export function VerifyPart({ post }: { post: string }) {
  const { t } = useTranslation()
  return (
    <>
      <p>{t('agency.trail.verify.text')}</p>
      <Chain post={post} trail="access_entry" />
      <Chain post={post} trail="audit_entry" />
      <section className="case-section">
        <h2>{t('agency.trail.verify.checkpoint')}</h2>
        <p>{t('agency.trail.verify.checkpointText')}</p>
        <p className="row no-print">
          <a className="button quiet" href={ofPost(post).checkpoint} download>
            {t('agency.trail.verify.takeCheckpoint')}
          </a>
        </p>
      </section>
    </>
  )
}

function Chain({ post, trail }: { post: string; trail: TrailName }) {
  const { t, i18n } = useTranslation()
  const { send, refused, isSending } = useChange<Verified>()
  const [found, setFound] = useState<Verified>()
  const name = t(trail === 'access_entry' ? 'agency.trail.part.log' : 'agency.trail.part.changes')
  const verify = async () => {
    setFound(undefined)
    setFound(await send(ofPost(post).verifyTrail, { trail }))
  }
  return (
    <section className="case-section">
      <h2>{name}</h2>
      <p className="row no-print">
        <button type="button" className="button" onClick={() => void verify()}>
          {t('agency.trail.verify.do', { name })}
        </button>
      </p>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <div role="status">
        {isSending ? <p>{t('agency.trail.verify.underWay')}</p> : null}
        {found?.is === 'whole' ? (
          <p className="trail-found" data-found="whole">
            <strong>{t('agency.trail.verify.whole')}</strong>{' '}
            {t('agency.trail.verify.entries', { count: found.entries })}
            {found.after?.map(({ seq }) => ` ${t('agency.trail.verify.after', { seq })}`)}
          </p>
        ) : null}
        {found?.is === 'tampered' ? (
          <p className="trail-found" data-found="tampered">
            <strong>{t('agency.trail.verify.tampered', { seq: found.seq })}</strong>{' '}
            {i18n.exists(`agency.trail.why.${found.why.replaceAll(' ', '-')}`)
              ? t(`agency.trail.why.${found.why.replaceAll(' ', '-') as Why}`)
              : found.why}{' '}
            {t('agency.trail.verify.whatNow')}
          </p>
        ) : null}
      </div>
    </section>
  )
}

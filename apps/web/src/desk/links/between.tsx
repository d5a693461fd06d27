import { sayAgreementState } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import { ofPost } from '../client/paths.ts'
import type { Agreement } from '../client/shapes.ts'
import { useAsked } from '../client/use-asked.ts'

interface BetweenProps {
  post: string
  from: string
  to: string
  /** A link of the catalogue that need not be offered again. */
  startedFrom?: string | undefined
}

const isOver = ({ state, supersededBy }: Agreement): boolean =>
  supersededBy !== null || state === 'refused' || state === 'withdrawn' || state === 'ended'

/** Links and agreements that join the two programmes already: rather renewed than drawn up twice. */
export function Between({ post, from, to, startedFrom }: BetweenProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = useSaid()
  const { linksFrom, isAgreedHere } = useDirectory()
  const { value } = useAsked<{ agreements: readonly Agreement[] }>(from && to ? ofPost(post).agreements() : undefined)
  if (!from || !to) return null
  const links = linksFrom(from).filter(link => link.to === to && link.id !== startedFrom && !isAgreedHere(link))
  const agreements = (value?.agreements ?? []).filter(
    one => one.fromProgramme === from && one.toProgramme === to && !isOver(one),
  )
  if (links.length + agreements.length === 0) return null
  return (
    <section className="link-between" aria-labelledby="link-between">
      <h3 id="link-between">{t('agreement.between.title')}</h3>
      <ul>
        {agreements.map(({ id, version, state }) => (
          <li key={id}>
            {sayAgreementState(state, language)} ·{' '}
            <Link to="/desk/$post/links/$agreement" params={{ post, agreement: id }}>
              {t('agreement.between.version', { version })}
            </Link>
          </li>
        ))}
        {links.map(link => (
          <li key={link.id}>
            {t('agreement.between.catalogue')} <WithKorean text={said(link.label)} />{' '}
            <Link to="/desk/$post/links/new" params={{ post }} search={{ link: link.id }}>
              {t('agreement.between.useIt')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

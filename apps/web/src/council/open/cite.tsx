import { sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { today } from '../../day/today.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage } from '../../words/use-language.ts'
import type { Said } from '../said.ts'
import { useSaidPlain } from '../said-text.tsx'
import { part } from './open-page.tsx'
import { Section } from './section.tsx'

interface CiteProps {
  council: { readonly id: string; readonly name: Said }
  /** What the page is about: `제2차 회의`. */
  what: string
  date?: string
  /** Under `/councils/{council}`; empty: the council itself. */
  at: string
  updated: string | null
}

/** How to quote the page, when it last changed, and its data to take away. */
export function Cite({ council, what, date, at, updated }: CiteProps) {
  const { t } = useTranslation()
  const said = useSaidPlain()
  const language = useLanguage()
  const name = said(council.name)
  const path = `/councils/${part(council.id)}${at}`
  const address = `${window.location.origin}${path}`
  const api = `/api/councils/${part(council.id)}`
  const feed = `${api}/feed.atom${language === 'en' ? '?lang=en' : ''}`
  return (
    <Section id="cite" title={t('councilOpen.cite')}>
      <link rel="alternate" type="application/json" href={`/api${path}`} />
      <link rel="alternate" type="application/atom+xml" href={feed} title={name} />
      <link rel="canonical" href={address} />
      <dl className="open-facts">
        <div>
          <dt>{t('councilOpen.citeLabel')}</dt>
          <dd className="open-cited">
            <WithKorean
              text={t('councilOpen.cited', {
                name,
                what,
                date: date ? `, ${sayDay(date, language)}` : '',
                address,
                day: sayDay(today(), language),
              })}
            />
          </dd>
        </div>
        <div>
          <dt>{t('councilOpen.address')}</dt>
          <dd>
            <a href={path}>{address}</a>
            <small>{t('councilOpen.addressNote')}</small>
          </dd>
        </div>
        <div>
          <dt>{t('councilOpen.files')}</dt>
          <dd className="open-files">
            <a href={`/api${path}`}>{t('councilOpen.json')}</a>
            <a href={feed}>{t('councilOpen.feed')}</a>
            {(['tasks', 'decisions', 'agenda'] as const).map(table => (
              <a key={table} href={`${api}/${table}.csv`} download>
                {t(`councilOpen.csv.${table}`)}
              </a>
            ))}
            <a href={`/api/open/oparl/body/${part(council.id)}`}>{t('councilOpen.oparl')}</a>
            <a href={`/api/open/popolo/${part(council.id)}`}>{t('councilOpen.popolo')}</a>
          </dd>
        </div>
      </dl>
      {updated ? <p className="field-help">{t('councilOpen.updated', { day: sayDay(updated, language) })}</p> : null}
    </Section>
  )
}

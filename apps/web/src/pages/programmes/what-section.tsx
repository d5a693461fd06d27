import type { Words } from '@ieum/catalogue/records'
import type { RuledEdition } from '@ieum/rules'
import { sayPercent } from '@ieum/wording'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFactWords } from '../../facts/use-fact-words.ts'
import { Money } from '../../parts/money.tsx'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import { FactOf, Facts, Section } from './section.tsx'

export function WhatSection({ edition }: { edition: RuledEdition }) {
  const { t } = useTranslation()
  const said = useSaid()
  const { nameOf, say } = useFactWords()
  const { support, budget, places, effects = [] } = edition
  const language = useLanguage()
  const per = support?.per ? t(`parts.support.${support.per}`) : ''
  return (
    <Section id="what" title={t('programmes.page.what')}>
      <Facts>
        <FactOf name={t('programmes.page.max')}>
          {typeof support?.max === 'number' ? (
            <>
              {language === 'ko' ? `${per} ` : null}
              <Money won={support.max} />
              {language === 'ko' ? null : ` ${per}`}
            </>
          ) : support?.max ? (
            <Bands bands={support.max} show={({ max }) => <Money won={max} />} />
          ) : (
            t('parts.support.unstated')
          )}
        </FactOf>
        <FactOf name={t('programmes.page.rate')}>
          {typeof support?.rate === 'number' ? (
            `${sayPercent(support.rate)}%`
          ) : support?.rate ? (
            <Bands bands={support.rate} show={({ rate }) => `${sayPercent(rate)}%`} />
          ) : null}
        </FactOf>
        <FactOf name={t('programmes.page.interest')}>
          {support?.interest === undefined ? null : t('parts.support.interest', { percent: support.interest })}
        </FactOf>
        <FactOf name={t('programmes.page.budget')}>{budget === undefined ? null : <Money won={budget} />}</FactOf>
        <FactOf name={t('programmes.page.places')}>
          {places === undefined ? null : t('programmes.page.placesText', { count: places })}
        </FactOf>
        <FactOf name={t('programmes.page.note')}>{support?.note ? said(support.note) : null}</FactOf>
        <FactOf name={t('programmes.page.afterwards')}>
          {effects.map(({ on, fact, value }) => (
            <p key={`${on} ${fact}`}>
              {t(`programmes.page.${on}`)}: {nameOf(fact)} {say(fact, value)}
            </p>
          ))}
        </FactOf>
      </Facts>
    </Section>
  )
}

interface Band {
  readonly sentence?: number
  readonly label?: Words
}

/** Bands in the order in which they are read; the last usually holds for everyone else. */
function Bands<B extends Band>({ bands, show }: { bands: readonly B[]; show: (band: B) => ReactNode }) {
  const { t } = useTranslation()
  const said = useSaid()
  const { sentences } = useRulebook()
  const nameOf = ({ label, sentence }: Band): ReactNode => {
    if (label) return said(label)
    return sentence === undefined ? t('programmes.page.otherwise') : <code>{sentences[sentence]?.text}</code>
  }
  return (
    <ul>
      {bands.map(band => (
        <li key={JSON.stringify(band)}>
          <strong>{show(band)}</strong> — {nameOf(band)}
        </li>
      ))}
    </ul>
  )
}

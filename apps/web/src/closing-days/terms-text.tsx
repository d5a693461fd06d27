import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../parts/with-korean.tsx'
import type { ClosingTerms, SaidHere } from './shapes.ts'
import { SourceText } from './source-text.tsx'
import { useClosingWords } from './use-closing-words.ts'

/** Terms as they stand, with what was not found and what they rest on. */
export function TermsText({ terms }: { terms: ClosingTerms }) {
  const { t } = useTranslation()
  const words = useClosingWords()
  const { exceptions, stores, onHoliday, decision } = terms
  const counted = [
    stores.large !== null && t('closing.storesLarge', { count: stores.large }),
    stores.nearLarge !== null && t('closing.storesNear', { count: stores.nearLarge }),
    stores.said && words.said(stores.said),
  ].filter(Boolean)
  const list = (texts: readonly SaidHere[]) => (
    <ul className="closing-sentences">
      {texts.map(text => (
        <li key={text.ko}>
          <WithKorean text={words.said(text)} />
        </li>
      ))}
    </ul>
  )
  return (
    <dl className="closing-terms">
      <Entry name={t('closing.when')}>
        {words.rule({
          ...terms,
          kind: terms.status === 'abolished' ? 'none' : terms.status === 'planned' ? 'planned' : 'unknown',
        })}
        {onHoliday === 'closed' ? null : <p>{t(`closing.onHoliday.${onHoliday}`)}</p>}
      </Entry>
      <Entry name={t('closing.since')}>{words.since(terms)}</Entry>
      {exceptions.length > 0 ? (
        <Entry name={t('closing.exceptions')}>
          <ul className="closing-sentences">
            {exceptions.map(({ drop, add, why }) => (
              <li key={`${drop} ${add}`}>
                {drop && add
                  ? t('closing.moved', { drop: words.day(drop), add: words.day(add) })
                  : drop
                    ? t('closing.dropped', { drop: words.day(drop) })
                    : add
                      ? t('closing.added', { add: words.day(add) })
                      : null}{' '}
                {why ? <WithKorean text={words.said(why)} /> : null}
              </li>
            ))}
          </ul>
        </Entry>
      ) : null}
      {counted.length > 0 ? (
        <Entry name={t('closing.stores')}>
          <WithKorean text={counted.join(', ')} />
        </Entry>
      ) : null}
      {stores.otherwise.length > 0 ? (
        <Entry name={t('closing.otherwise')}>
          <ul className="closing-sentences">
            {stores.otherwise.map(({ store, says }) => (
              <li key={store.ko}>
                <strong>
                  <WithKorean text={words.said(store)} />
                </strong>
                : <WithKorean text={words.said(says)} />
              </li>
            ))}
          </ul>
        </Entry>
      ) : null}
      {terms.agreed ? (
        <Entry name={t('closing.agreedBy')}>
          <WithKorean text={words.said(terms.agreed)} />
        </Entry>
      ) : null}
      <Entry name={t('closing.gets')}>{terms.gets.length > 0 ? list(terms.gets) : t('closing.getsUnknown')}</Entry>
      {terms.notes.length > 0 ? <Entry name={t('closing.notes')}>{list(terms.notes)}</Entry> : null}
      {terms.unseen.length > 0 ? <Entry name={t('closing.notSeen')}>{list(terms.unseen)}</Entry> : null}
      <Entry name={t('closing.sources')}>
        {terms.madeUp ? <p className="closing-made-up">{t('closing.madeUp')}</p> : null}
        {decision ? (
          <p>
            <WithKorean text={t('closing.decision', { council: words.said(decision.name), number: decision.number })} />
          </p>
        ) : null}
        {terms.sources.map(source => (
          <p key={source.url ?? source.title}>
            <SourceText source={source} />
          </p>
        ))}
      </Entry>
    </dl>
  )
}

function Entry({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

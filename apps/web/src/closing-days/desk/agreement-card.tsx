import { retailSides, sideStand } from '@ieum/council'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { WithKorean } from '../../parts/with-korean.tsx'
import { nameOf } from '../shapes.ts'
import { useClosingWords } from '../use-closing-words.ts'
import { AgreeForm } from './agree-form.tsx'
import type { AgreementCardProps } from './agreement-card-props.ts'
import { PositionForm } from './position-form.tsx'
import { ofClosing } from './shapes.ts'

/** Beside the word, never alone. */
const signs = { agree: '✓', 'agree-with-changes': '✓', study: '…', cannot: '✕', silent: '–', yes: '✓', against: '✕' }

/** One version for one municipality, with what each seat says of it. */
export function AgreementCard({ post, agreement, closings, again }: AgreementCardProps) {
  const { t } = useTranslation()
  const words = useClosingWords()
  const { isSending, refused, send } = useChange()
  const { municipality, version, state, superseded, changed, positions } = agreement
  const isOpen = state === 'proposed'
  // Who sat there when it was agreed may have left since: what was said stays.
  const left = positions.filter(({ seat }) => closings.seats.every(({ id }) => id !== seat))
  const seats = [...closings.seats, ...left.map(({ seat: id, title, side }) => ({ id, title, side }))]
  const heading = `closing-${agreement.id}`
  const withdraw = async () => {
    if (await send(ofClosing(post, agreement.id).withdrawal, { changed })) again()
  }
  const lines = [
    [t('closing.when'), words.rule({ ...agreement, weekday: null, kind: 'none' })],
    [t('closing.since'), words.since({ from: agreement.from, fromIs: 'in-force', until: agreement.until })],
    agreement.onHoliday !== 'closed' && [
      t('closingDesk.onHoliday'),
      t(`closingDesk.onHolidayChoice.${agreement.onHoliday}`),
    ],
    agreement.exceptions.length > 0 && [
      t('closingDesk.exceptions'),
      agreement.exceptions
        .map(({ drop, add, why }) =>
          [[drop, add].flatMap(day => (day ? words.day(day) : [])).join(' → '), why].filter(Boolean).join(' '),
        )
        .join(' · '),
    ],
    agreement.storesIn && [t('closingDesk.storesIn'), agreement.storesIn],
    agreement.storesOut && [t('closingDesk.storesOut'), agreement.storesOut],
    agreement.gets && [t('closingDesk.gets'), agreement.gets],
    agreement.decision && [t('closingDesk.rests'), t('closingDesk.restsDecision', { number: agreement.decision })],
    agreement.source && [
      t('closingDesk.rests'),
      [agreement.source.title, agreement.source.dated, agreement.source.url].filter(Boolean).join(' · '),
    ],
  ].filter(Boolean) as [string, string][]
  return (
    <section className="closing-card" aria-labelledby={heading} data-state={superseded ? 'superseded' : state}>
      <h3 id={heading}>
        <WithKorean text={nameOf(municipality)} /> · {t('closingDesk.version', { version })} ·{' '}
        <span className="closing-state">{t(`closingDesk.state.${superseded ? 'superseded' : state}`)}</span>
      </h3>
      <dl className="closing-terms">
        {lines.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <WithKorean text={text} />
            </dd>
          </div>
        ))}
      </dl>
      {agreement.openFrom ? (
        <p>
          {t('closingDesk.openSince', { day: words.day(agreement.openFrom) })} ·{' '}
          <Link to="/closing-days/$code" params={{ code: municipality.code }}>
            {t('closingDesk.publicPage')}
          </Link>
        </p>
      ) : null}
      {isOpen ? (
        <ul className="closing-sides" aria-label={t('closingDesk.sides')}>
          {retailSides.map(side => {
            const stand = sideStand(side, positions)
            return (
              <li key={side} data-stand={stand}>
                <strong>{t(`closingDesk.side.${side}`)}</strong> <span aria-hidden="true">{signs[stand]}</span>{' '}
                {t(`closingDesk.stand.${stand}`)}
              </li>
            )
          })}
        </ul>
      ) : null}
      <table className="closing-positions">
        <caption>{t('closingDesk.positions')}</caption>
        <thead>
          <tr>
            {(['seat', 'side', 'position'] as const).map(column => (
              <th key={column} scope="col">
                {t(`closingDesk.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {seats.map(({ id, title, side }) => {
            const said = positions.find(({ seat }) => seat === id)
            return (
              <tr key={id}>
                <th scope="row">
                  <WithKorean text={words.said(title)} />
                </th>
                <td>{t(`closingDesk.side.${side}`)}</td>
                <td data-position={said?.position ?? 'silent'}>
                  <span aria-hidden="true">{signs[said?.position ?? 'silent']}</span>{' '}
                  {said ? t(`closingDesk.position.${said.position}`) : t('closingDesk.silent')}
                  {said?.reason ? (
                    <small>
                      <WithKorean text={said.reason} />
                    </small>
                  ) : null}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {isOpen ? (
        <>
          <PositionForm post={post} agreement={agreement} closings={closings} again={again} />
          {closings.keeps ? (
            <>
              <AgreeForm post={post} agreement={agreement} closings={closings} again={again} />
              {refused ? <RefusedText refused={refused} takesFocus /> : null}
              <button type="button" className="button quiet" disabled={isSending} onClick={() => void withdraw()}>
                {t('closingDesk.withdraw')}
              </button>
            </>
          ) : null}
        </>
      ) : null}
    </section>
  )
}

import { retailSides, sideStand } from '@ieum/council'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { WithKorean } from '../../parts/with-korean.tsx'
import { nameOf } from '../shapes.ts'
import { useClosingWords } from '../use-closing-words.ts'
import { AgreeForm } from './agree-form.tsx'
import type { ActFormProps, AgreementCardProps } from './agreement-card-props.ts'
import { PositionForm } from './position-form.tsx'
import { Positions } from './positions.tsx'
import { ofClosing } from './shapes.ts'
import { signs } from './signs.ts'
import { Terms } from './terms.tsx'

/** One version for one municipality, with what each seat says of it. */
export function AgreementCard({
  post,
  agreement,
  closings,
  isStale,
  again,
}: AgreementCardProps & { isStale: boolean }) {
  const { t } = useTranslation()
  const words = useClosingWords()
  const acting = useChange({ isStale, onChanged: again })
  const { refused, send } = acting
  const { municipality, version, state, superseded, changed, positions } = agreement
  const isOpen = state === 'proposed'
  const heading = `closing-${agreement.id}`
  const withdraw = async () => {
    if (await send(ofClosing(post, agreement.id).withdrawal, { changed })) again()
  }
  const isHeld = acting.isSending || isStale
  const given: ActFormProps = { post, agreement, closings, again, acting, isHeld }
  return (
    <section className="closing-card" aria-labelledby={heading} data-state={superseded ? 'superseded' : state}>
      <h3 id={heading}>
        <WithKorean text={nameOf(municipality)} /> · {t('closingDesk.version', { version })} ·{' '}
        <span className="closing-state">{t(`closingDesk.state.${superseded ? 'superseded' : state}`)}</span>
      </h3>
      <Terms agreement={agreement} />
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
      <Positions agreement={agreement} seats={closings.seats} />
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      {isOpen ? (
        <>
          <PositionForm {...given} />
          {closings.keeps ? (
            <>
              <AgreeForm {...given} />
              <button type="button" className="button quiet" aria-disabled={isHeld} onClick={() => void withdraw()}>
                {t('closingDesk.withdraw')}
              </button>
            </>
          ) : null}
        </>
      ) : null}
    </section>
  )
}

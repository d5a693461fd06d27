import { sayReason } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../../desk/client/use-change.ts'
import { RefusedText } from '../../../desk/refused-text.tsx'
import { sayMoment } from '../../../desk/say-moment.ts'
import { useAgencyName } from '../../../parts/use-agency-name.ts'
import { WithKorean } from '../../../parts/with-korean.tsx'
import { useLanguage } from '../../../words/use-language.ts'
import { ofFirm } from '../client/of-firm.ts'
import type { PartProps } from './part-props.ts'

/** What the receiving agency still asks for, in its own words, where to add it, and that it is there. */
export function AskedBack({ capacity: { firm }, shown, isStale, onChanged }: PartProps) {
  const { id, state, changed, history, filledIn, from } = shown
  const { t } = useTranslation()
  const language = useLanguage()
  const agencyName = useAgencyName()
  const { isSending, refused, send } = useChange<{ is: string }>()
  const asked = history.findLast(({ move }) => move === 'return')
  if (state !== 'returned' || !asked) return null
  const agency = agencyName(from.agency)
  const told = filledIn.find(({ seq }) => seq === changed)
  const isWaiting = isSending || isStale
  const tell = async () => {
    if (await send(ofFirm(firm).filledIn(id), {})) onChanged(t('firm.askedBack.told', { agency }))
  }
  return (
    <section className="firm-call" aria-labelledby="asked-back">
      <h2 id="asked-back">{t('firm.askedBack.title')}</h2>
      {asked.reason ? <p>{sayReason(asked.reason, language)}</p> : null}
      {asked.note ? (
        <p className="firm-quote">
          <WithKorean text={asked.note} />
        </p>
      ) : null}
      <p>
        {told
          ? t('firm.askedBack.toldAt', { moment: sayMoment(told.at, language), agency })
          : t('firm.askedBack.text', { agency })}
      </p>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <p className="row">
        <Link to="/firm/$firm/dossier" params={{ firm }} className={told ? 'button quiet' : 'button'}>
          {t('firm.askedBack.toDossier')}
        </Link>
        {told ? null : (
          <button
            type="button"
            className="button"
            aria-disabled={isWaiting}
            onClick={() => {
              if (!isWaiting) void tell()
            }}
          >
            {t('firm.askedBack.done')}
          </button>
        )}
      </p>
    </section>
  )
}

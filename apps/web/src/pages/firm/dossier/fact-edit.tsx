import type { Day, FactName, Value } from '@ieum/catalogue/records'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../../day/use-on.ts'
import { useChange } from '../../../desk/client/use-change.ts'
import { RefusedText } from '../../../desk/refused-text.tsx'
import { useFactWords } from '../../../facts/use-fact-words.ts'
import { declaration } from '../../../firm/firm-store.ts'
import { useDirectory, useRulebook } from '../../../rulebook/use-rulebook.ts'
import { isPartOfDeclaration } from '../../find/next-question.ts'
import { DeclarationForm } from '../../find/questions/declaration-form.tsx'
import { FactQuestion } from '../../find/questions/fact-question.tsx'
import { ofFirm } from '../client/of-firm.ts'
import type { DossierPartProps } from './part-props.ts'

interface FactEditProps extends DossierPartProps {
  name: FactName
  value: Value | undefined
  onLeave: () => void
}

/** The same question as on the page Find, with the day that the answer tells of. */
export function FactEdit({ firm, name, value, onLeave, onChanged }: FactEditProps) {
  const { t } = useTranslation()
  const on = useOn()
  const { facts } = useRulebook()
  const { fact } = useDirectory()
  const { nameOf } = useFactWords()
  const [asOf, setAsOf] = useState<Day>(on)
  const { isSending, refused, send } = useChange<object>()
  const asked = fact(name)
  const day = asOf || on

  const state = async (body: object, told: string) => {
    if (isSending) return
    const done = await send(ofFirm(firm).facts, body)
    if (!done) return
    onLeave()
    onChanged(told)
  }
  const stateFact = (value: Value) =>
    void state({ facts: [{ name, value, asOf: day }] }, t('firm.dossier.kept', { name: nameOf(name) }))
  const stateDeclaration = (applying: readonly FactName[]) =>
    void state(
      { facts: applying.map(name => ({ name, value: true, asOf: day })), declares: { standard: day } },
      t('firm.dossier.kept', { name: t('find.declaration.name') }),
    )
  return (
    <div className="dossier-edit">
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      {name === declaration ? (
        <DeclarationForm
          exclusions={facts.filter(isPartOfDeclaration)}
          takesFocus
          onAnswer={stateDeclaration}
          onUnknown={onLeave}
          onCancel={onLeave}
        />
      ) : asked ? (
        <FactQuestion
          fact={asked}
          value={value}
          takesFocus
          onAnswer={stateFact}
          onUnknown={onLeave}
          onCancel={onLeave}
          nextName={t('firm.dossier.keep')}
        />
      ) : null}
      <div className="field">
        <label htmlFor="as-of">{t('firm.dossier.asOfField')}</label>
        <input
          id="as-of"
          className="entry entry-day"
          type="date"
          value={asOf}
          max={on}
          aria-describedby="as-of-help"
          onChange={event => setAsOf(event.target.value)}
        />
        <p id="as-of-help" className="field-help">
          {t('firm.dossier.asOfHelp')}
        </p>
      </div>
    </div>
  )
}

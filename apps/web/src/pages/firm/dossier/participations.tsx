import type { Day } from '@ieum/catalogue/records'
import { sayDay } from '@ieum/wording'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../../day/use-on.ts'
import { useChange } from '../../../desk/client/use-change.ts'
import { ProgrammeLine } from '../../../desk/programme-line.tsx'
import { RefusedText } from '../../../desk/refused-text.tsx'
import { parseMoney } from '../../../facts/parse-money.ts'
import { Money } from '../../../parts/money.tsx'
import { ProgrammePicker } from '../../../parts/programme-picker.tsx'
import { useProgrammeName } from '../../../parts/use-programme-name.ts'
import { useDirectory } from '../../../rulebook/use-rulebook.ts'
import { useLanguage } from '../../../words/use-language.ts'
import { ofFirm } from '../client/of-firm.ts'
import { type DossierParticipation, type Outcome, outcomes } from '../client/shapes.ts'
import type { DossierPartProps } from './part-props.ts'
import { useSourceWords } from './source-text.tsx'

/** Support that the firm took part in, as it says and as agencies recorded. */
export function Participations(props: DossierPartProps) {
  const { firm, dossier, onChanged } = props
  const { t } = useTranslation()
  const { isSending, refused, send } = useChange<object>()
  const [isAdding, setAdding] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const takeBack = async (id: string) => {
    if (isSending || !(await send(ofFirm(firm).participation(id), undefined, 'DELETE'))) return
    heading.current?.focus()
    onChanged(t('firm.part.takenBack'))
  }
  return (
    <section className="firm-section" aria-labelledby="part-title">
      <h2 id="part-title" ref={heading} tabIndex={-1}>
        {t('firm.part.title')}
      </h2>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      {dossier.participations.length === 0 ? <p className="firm-nothing">{t('firm.part.none')}</p> : null}
      <ul className="dossier-facts">
        {dossier.participations.map(one => (
          <Participation key={one.id} one={one} onTakeBack={() => void takeBack(one.id)} />
        ))}
      </ul>
      {isAdding ? (
        <AddParticipation {...props} onLeave={() => setAdding(false)} />
      ) : (
        <p className="row no-print">
          <button type="button" className="button quiet" onClick={() => setAdding(true)}>
            {t('firm.part.add')}
          </button>
        </p>
      )}
    </section>
  )
}

function Participation({ one, onTakeBack }: { one: DossierParticipation; onTakeBack: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const sourceWords = useSourceWords()
  const directory = useDirectory()
  const { programme, edition, outcome, role, on, amount, own } = one
  const known = directory.programme(programme)
  const programmeName = useProgrammeName()
  return (
    <li className="dossier-fact">
      <div className="dossier-said">
        <ProgrammeLine agency={known?.agency ?? one.agency ?? undefined} programme={programme} />
        <span>
          {t('firm.part.edition', { edition })} · {t(`firm.part.outcome.${outcome}`)} · {t(`firm.part.role.${role}`)}
          {amount === null ? null : (
            <>
              {' '}
              · <Money won={amount} />
            </>
          )}
        </span>
        <span className="dossier-source" data-source={one.source}>
          {sourceWords(one)} · {sayDay(on, language)}
        </span>
      </div>
      {own ? (
        <div className="dossier-moves no-print">
          <button
            type="button"
            className="plain-button"
            aria-label={t('firm.dossier.takeBackNamed', { name: programmeName(programme) })}
            onClick={onTakeBack}
          >
            {t('firm.dossier.takeBack')}
          </button>
        </div>
      ) : null}
    </li>
  )
}

type Field = 'programme' | 'edition' | 'on' | 'amount'

function AddParticipation({ firm, onChanged, onLeave }: DossierPartProps & { onLeave: () => void }) {
  const { t } = useTranslation()
  const today = useOn()
  const { isSending, refused, send } = useChange<object>()
  const [programme, setProgramme] = useState<string>()
  const [edition, setEdition] = useState(today.slice(0, 4))
  const [outcome, setOutcome] = useState<Outcome>('completed')
  const [role, setRole] = useState<DossierParticipation['role']>('lead')
  const [on, setOn] = useState<Day>('')
  const [amount, setAmount] = useState('')
  const [wrong, setWrong] = useState<readonly Field[]>([])
  const won = amount.trim() === '' ? undefined : parseMoney(amount)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isSending) return
    const missing: Field[] = [
      ...(programme ? [] : (['programme'] as const)),
      ...(edition.trim() ? [] : (['edition'] as const)),
      ...(on && on <= today ? [] : (['on'] as const)),
      ...(amount.trim() !== '' && (won === undefined || won < 0) ? (['amount'] as const) : []),
    ]
    setWrong(missing)
    if (missing[0]) {
      document.getElementById(`part-${missing[0]}`)?.focus()
      return
    }
    const done = await send(ofFirm(firm).participations, {
      programme,
      edition: edition.trim(),
      outcome,
      role,
      on,
      ...(won !== undefined && { amount: won }),
    })
    if (!done) return
    onLeave()
    onChanged(t('firm.part.added'))
  }
  const wrongAt = (field: Field) =>
    wrong.includes(field) ? (
      <p id={`part-${field}-wrong`} className="field-wrong">
        {t(`firm.part.wrong.${field}`)}
      </p>
    ) : null
  const describes = (field: Field) => (wrong.includes(field) ? { 'aria-describedby': `part-${field}-wrong` } : {})

  return (
    <form className="dossier-edit" onSubmit={event => void submit(event)} noValidate>
      <h3>{t('firm.part.add')}</h3>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <div className="field">
        <label htmlFor="part-programme">{t('firm.part.programme')}</label>
        {wrongAt('programme')}
        <ProgrammePicker
          id="part-programme"
          label={t('firm.part.programme')}
          value={programme}
          onChange={setProgramme}
          {...(wrong.includes('programme') && { describedBy: 'part-programme-wrong' })}
        />
      </div>
      <div className="field">
        <label htmlFor="part-edition">{t('firm.part.editionField')}</label>
        {wrongAt('edition')}
        <input
          id="part-edition"
          className="entry entry-day"
          maxLength={40}
          value={edition}
          {...describes('edition')}
          onChange={event => setEdition(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor="part-outcome">{t('firm.part.outcomeField')}</label>
        <select
          id="part-outcome"
          className="entry"
          value={outcome}
          onChange={event => setOutcome(event.target.value as Outcome)}
        >
          {outcomes.map(one => (
            <option key={one} value={one}>
              {t(`firm.part.outcome.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="part-role">{t('firm.part.roleField')}</label>
        <select
          id="part-role"
          className="entry"
          value={role}
          onChange={event => setRole(event.target.value as DossierParticipation['role'])}
        >
          <option value="lead">{t('firm.part.role.lead')}</option>
          <option value="member">{t('firm.part.role.member')}</option>
        </select>
      </div>
      <div className="field">
        <label htmlFor="part-on">{t('firm.part.onField')}</label>
        {wrongAt('on')}
        <input
          id="part-on"
          className="entry entry-day"
          type="date"
          max={today}
          value={on}
          {...describes('on')}
          onChange={event => setOn(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor="part-amount">{t('firm.part.amountField')}</label>
        {wrongAt('amount')}
        <input
          id="part-amount"
          className="entry"
          value={amount}
          aria-describedby={wrong.includes('amount') ? 'part-amount-wrong' : 'part-amount-help'}
          onChange={event => setAmount(event.target.value)}
        />
        <p id="part-amount-help" className="field-help">
          {t('firm.part.amountHelp')}
        </p>
      </div>
      <p className="row">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t(isSending ? 'firm.sending' : 'firm.dossier.keep')}
        </button>
        <button type="button" className="plain-button" onClick={onLeave}>
          {t('find.question.cancel')}
        </button>
      </p>
    </form>
  )
}

import type { FactName } from '@ieum/catalogue/records'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFactWords } from '../../facts/use-fact-words.ts'
import { declaration } from '../../firm/firm-store.ts'
import { useFirm } from '../../firm/use-firm.ts'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
import { useSubject } from '../../words/use-subject.ts'

/** For whoever wants to tell something before being asked. */
export function AskFor({ onAsk }: { onAsk: (fact: FactName) => void }) {
  const { t } = useTranslation()
  const { facts } = useRulebook()
  const { answered } = useFirm()
  const { nameOf } = useFactWords()
  const subject = useSubject()
  const [wanted, setWanted] = useState('')
  const open = facts.filter(({ name, ask }) => ask === 'question' && !answered.includes(name))
  const groups = Map.groupBy(open, ({ group }) => group ?? 'other')

  const ask = (event: FormEvent) => {
    event.preventDefault()
    if (wanted) onAsk(wanted)
    setWanted('')
  }

  return (
    <form className="ask-for" onSubmit={ask}>
      <label htmlFor="ask-for">{t('find.answers.other')}</label>
      <select id="ask-for" className="entry" value={wanted} onChange={event => setWanted(event.target.value)}>
        <option value="">{t('parts.picker.choose')}</option>
        {answered.includes(declaration) ? null : <option value={declaration}>{t('find.declaration.name')}</option>}
        {[...groups].map(([group, its]) => (
          <optgroup key={group} label={subject('group', group)}>
            {its.map(({ name }) => (
              <option key={name} value={name}>
                {nameOf(name)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <button type="submit" className="button quiet">
        {t('find.answers.ask')}
      </button>
    </form>
  )
}

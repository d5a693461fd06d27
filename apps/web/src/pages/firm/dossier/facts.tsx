import type { FactName } from '@ieum/catalogue/records'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../../desk/client/use-change.ts'
import { RefusedText } from '../../../desk/refused-text.tsx'
import { useFactWords } from '../../../facts/use-fact-words.ts'
import { declaration } from '../../../firm/firm-store.ts'
import { useDirectory, useRulebook } from '../../../rulebook/use-rulebook.ts'
import { useSubject } from '../../../words/use-subject.ts'
import { isPartOfDeclaration } from '../../find/next-question.ts'
import { ofFirm } from '../client/of-firm.ts'
import type { DossierFact } from '../client/shapes.ts'
import { FactEdit } from './fact-edit.tsx'
import { FactRow } from './fact-row.tsx'
import type { DossierPartProps } from './part-props.ts'

/** Facts by subject; one at a time is open for a change. */
export function Facts(props: DossierPartProps) {
  const { firm, dossier, onChanged } = props
  const { t } = useTranslation()
  const { nameOf } = useFactWords()
  const { fact } = useDirectory()
  const subject = useSubject()
  const [edited, setEdited] = useState<FactName>()
  const { isSending, refused, send } = useChange<object>()
  const heading = useRef<HTMLHeadingElement>(null)
  const { facts: asked } = useRulebook()
  const order = new Map(asked.map(({ name }, index) => [name, index]))
  const inOrder = dossier.facts.toSorted(
    (a, b) => (order.get(a.name) ?? asked.length) - (order.get(b.name) ?? asked.length),
  )
  // Exclusions that do not apply are dozens: they stand folded away, whatever their subject.
  const clear = inOrder.filter(({ name, value, contradicted }) => {
    const known = fact(name)
    return known !== undefined && isPartOfDeclaration(known) && value === false && !contradicted
  })
  const groups = Map.groupBy(
    inOrder.filter(one => !clear.includes(one)),
    ({ name }) => fact(name)?.group ?? 'other',
  )

  const takeBack = async (id: string, name: FactName) => {
    const done = await send(ofFirm(firm).fact(id), undefined, 'DELETE')
    if (!done) return
    heading.current?.focus()
    onChanged(t('firm.dossier.takenBack', { name: nameOf(name) }))
  }
  const row = (one: DossierFact) =>
    edited === one.name ? (
      <li key={one.name}>
        <FactEdit {...props} name={one.name} value={one.value} onLeave={() => setEdited(undefined)} />
      </li>
    ) : (
      <FactRow
        key={one.name}
        shown={one}
        isWaiting={isSending}
        onEdit={() => setEdited(one.name)}
        onTakeBack={id => void takeBack(id, one.name)}
      />
    )

  return (
    <section className="firm-section" aria-labelledby="facts-title">
      <h2 id="facts-title" ref={heading} tabIndex={-1}>
        {t('firm.dossier.facts')}
      </h2>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      {dossier.facts.length === 0 ? <p className="firm-nothing">{t('firm.dossier.noFacts')}</p> : null}
      {[...groups].map(([group, its]) => (
        <section key={group} className="dossier-group" aria-label={subject('group', group)}>
          <h3>{subject('group', group)}</h3>
          <ul className="dossier-facts">{its.map(row)}</ul>
        </section>
      ))}
      {clear.length > 0 ? (
        <section className="dossier-group" aria-label={t('find.declaration.name')}>
          <h3>{t('find.declaration.name')}</h3>
          <details open={clear.some(({ name }) => name === edited) || undefined}>
            <summary>{t('firm.dossier.clear', { count: clear.length })}</summary>
            <ul className="dossier-facts">{clear.map(row)}</ul>
          </details>
        </section>
      ) : null}
      {edited && !dossier.facts.some(({ name }) => name === edited) ? (
        <FactEdit {...props} name={edited} value={undefined} onLeave={() => setEdited(undefined)} />
      ) : (
        <AddFact known={dossier.facts} onAdd={setEdited} />
      )}
    </section>
  )
}

function AddFact({ known, onAdd }: { known: readonly DossierFact[]; onAdd: (name: FactName) => void }) {
  const { t } = useTranslation()
  const { facts } = useRulebook()
  const { nameOf } = useFactWords()
  const subject = useSubject()
  const [wanted, setWanted] = useState('')
  const names = new Set(known.map(({ name }) => name))
  const open = facts.filter(({ name, ask }) => ask === 'question' && !names.has(name))
  const groups = Map.groupBy(open, ({ group }) => group ?? 'other')
  const isDeclared = facts.filter(isPartOfDeclaration).every(({ name }) => names.has(name))
  const select = useRef<HTMLSelectElement>(null)
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    if (isMissing) select.current?.focus()
  }, [isMissing])

  const add = (event: FormEvent) => {
    event.preventDefault()
    if (wanted) onAdd(wanted)
    else setMissing(true)
  }
  return (
    <form className="dossier-add no-print" onSubmit={add}>
      <div className="field">
        <label htmlFor="add-fact">{t('firm.dossier.add')}</label>
        {isMissing && !wanted ? (
          <p id="add-fact-wrong" className="field-wrong" role="alert">
            {t('firm.dossier.addWrong')}
          </p>
        ) : null}
        <select
          id="add-fact"
          ref={select}
          className="entry"
          value={wanted}
          aria-describedby={isMissing && !wanted ? 'add-fact-wrong' : undefined}
          onChange={event => setWanted(event.target.value)}
        >
          <option value="">{t('parts.picker.choose')}</option>
          {isDeclared ? null : <option value={declaration}>{t('find.declaration.name')}</option>}
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
      </div>
      <button type="submit" className="button quiet">
        {t('firm.dossier.addSend')}
      </button>
    </form>
  )
}

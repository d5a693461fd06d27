import { may, states } from '@ieum/desk'
import { getRouteApi } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ofPost } from '../client/paths.ts'
import type { PostCapacity, Referrals } from '../client/shapes.ts'
import { useAsked } from '../client/use-asked.ts'
import { useKeys } from '../keys.ts'
import { KeysSwitch } from '../keys-switch.tsx'
import { RefusedText } from '../refused-text.tsx'
import { usePosts } from '../use-posts.ts'
import type { InboxAsked } from './inbox-asked.ts'
import { ReferralRow } from './referral-row.tsx'
import { mayDoSeveral, type Outcome, Several, SeveralTold } from './several.tsx'
import { StateChips } from './state-chips.tsx'
import { TakeList } from './take-list.tsx'
import { walkRows } from './walk-rows.ts'

const route = getRouteApi('/desk/$post')
const mostRows = 50
/** Working days, as the rows count them. */
const soonDays = 7

export function Box({ capacity }: { capacity: PostCapacity }) {
  const { t } = useTranslation()
  const asked = route.useSearch()
  const navigate = route.useNavigate()
  const { post } = capacity
  const { box, q, mine, soon, skip = 0 } = asked
  const state = states.find(one => one === asked.state)
  const query = {
    box: box ?? 'in',
    states: state,
    search: q,
    mine: mine && 'true',
    dueWithin: soon && soonDays,
    skip: skip || undefined,
    most: mostRows,
  }
  const { value, refused, isAsking, again } = useAsked<Referrals>(ofPost(post).referrals(query))
  const nameOfPost = usePosts(capacity).nameOf
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [outcome, setOutcome] = useState<Outcome>()
  const choosing = mayDoSeveral(capacity, box ?? 'in')
  const rows = useRef<HTMLOListElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const ask = (change: InboxAsked) =>
    void navigate({ search: before => ({ ...before, skip: undefined, ...change }), replace: true, resetScroll: false })

  useKeys({
    KeyJ: () => walkRows(rows.current, 1),
    KeyK: () => walkRows(rows.current, -1),
    Slash: () => search.current?.focus(),
  })

  return (
    <section className="desk-box" aria-label={t(box === 'out' ? 'desk.inbox.out' : 'desk.inbox.in')}>
      <fieldset className="desk-tabs">
        <legend className="only-heard">{t('desk.inbox.boxes')}</legend>
        {(['in', 'out'] as const).map(one => (
          <button
            key={one}
            type="button"
            aria-pressed={(box ?? 'in') === one}
            onClick={() => ask({ box: one === 'out' ? 'out' : undefined, state: undefined })}
          >
            {t(`desk.inbox.${one}`)}
          </button>
        ))}
      </fieldset>
      <div className="desk-filters">
        <SearchForm q={q} entry={search} onSearch={text => ask({ q: text })} />
        <label className="choice">
          <input
            type="checkbox"
            checked={mine === 'yes'}
            onChange={event => ask({ mine: event.target.checked ? 'yes' : undefined })}
          />
          {t('desk.inbox.mine')}
        </label>
        <label className="choice">
          <input
            type="checkbox"
            checked={soon === 'yes'}
            onChange={event => ask({ soon: event.target.checked ? 'yes' : undefined })}
          />
          {t('desk.inbox.soon', { count: soonDays })}
        </label>
      </div>
      <StateChips counts={value?.counts ?? {}} chosen={state} onChoose={chosen => ask({ state: chosen })} />
      {refused ? <RefusedText refused={refused} again={again} /> : null}
      <p role="status" className="desk-counted">
        {value === undefined ? (refused ? null : t('shell.waiting')) : t('desk.inbox.counted', { count: value.total })}
      </p>
      <SeveralTold outcome={outcome} />
      {value && value.lines.length > 0 ? (
        <>
          {choosing ? (
            <Several
              key={box ?? 'in'}
              capacity={capacity}
              box={box ?? 'in'}
              lines={value.lines}
              chosen={chosen}
              onChoose={setChosen}
              onDone={done => {
                setOutcome(done)
                if (done) again()
              }}
            />
          ) : null}
          <ol
            className="desk-rows"
            ref={rows}
            aria-busy={isAsking}
            data-choosing={choosing || undefined}
            onKeyDown={event => {
              const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
              if (step !== 0 && walkRows(rows.current, step)) event.preventDefault()
            }}
          >
            {value.lines.map(line => (
              <ReferralRow
                key={line.id}
                line={line}
                post={post}
                nameOfPost={nameOfPost}
                box={box ?? 'in'}
                {...(choosing && {
                  isChosen: chosen.has(line.id),
                  onChoose: (isChosen: boolean) => setChosen(before => withOrWithout(before, line.id, isChosen)),
                })}
              />
            ))}
          </ol>
          <Leaf skip={skip} total={value.total} onLeaf={to => ask({ skip: to || undefined })} />
        </>
      ) : null}
      {value && value.lines.length === 0 && !isAsking ? <Nothing asked={asked} counts={value.counts} /> : null}
      {may(capacity.role, 'export referrals', box === 'out' ? 'own' : 'referral-closed') ? (
        <TakeList key={`take ${box ?? 'in'}`} post={post} box={box ?? 'in'} />
      ) : null}
      <p className="field-help desk-how">{t('desk.inbox.daysMean')}</p>
      <p className="field-help no-print">{t('desk.keys.list')}</p>
      <KeysSwitch />
    </section>
  )
}

function withOrWithout(chosen: ReadonlySet<string>, id: string, isChosen: boolean): ReadonlySet<string> {
  const others = [...chosen].filter(one => one !== id)
  return new Set(isChosen ? [...others, id] : others)
}

interface SearchFormProps {
  q: string | undefined
  entry: React.RefObject<HTMLInputElement | null>
  onSearch: (text: string | undefined) => void
}

function SearchForm({ q, entry, onSearch }: SearchFormProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(q ?? '')
  useEffect(() => setText(q ?? ''), [q])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSearch(text.trim() || undefined)
  }
  return (
    <search>
      <form className="desk-search" onSubmit={submit}>
        <label htmlFor="desk-search">{t('desk.inbox.search')}</label>
        <input
          id="desk-search"
          ref={entry}
          type="search"
          className="entry"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={text}
          onChange={event => {
            setText(event.target.value)
            if (event.target.value === '') onSearch(undefined)
          }}
        />
        <button type="submit" className="button quiet">
          {t('desk.inbox.find')}
        </button>
      </form>
    </search>
  )
}

function Leaf({ skip, total, onLeaf }: { skip: number; total: number; onLeaf: (to: number) => void }) {
  const { t } = useTranslation()
  if (total <= mostRows && skip === 0) return null
  const last = Math.min(skip + mostRows, total)
  return (
    <p className="row">
      <button
        type="button"
        className="button quiet"
        disabled={skip === 0}
        onClick={() => onLeaf(Math.max(0, skip - mostRows))}
      >
        {t('desk.inbox.before')}
      </button>
      <span>{t('desk.inbox.span', { first: skip + 1, last, total })}</span>
      <button type="button" className="button quiet" disabled={last >= total} onClick={() => onLeaf(last)}>
        {t('desk.inbox.after')}
      </button>
    </p>
  )
}

/** What will stand here, and what to do until then. */
function Nothing({ asked, counts }: { asked: InboxAsked; counts: Referrals['counts'] }) {
  const { t } = useTranslation()
  const isFiltered = Boolean(asked.state || asked.q || asked.mine || asked.soon)
  const isEmpty = Object.keys(counts).length === 0
  return (
    <p className="desk-nothing">
      {isFiltered && !isEmpty ? t('desk.inbox.nothingFound') : t(`desk.inbox.nothing.${asked.box ?? 'in'}`)}
    </p>
  )
}

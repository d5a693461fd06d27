import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '../../desk/use-refusal-words.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { type DecisionWords, type Entry, type Write, withSeen } from './queue.ts'
import type { Room } from './shapes.ts'
import type { RoomInHand } from './use-room.ts'

interface StoppedProps {
  hand: RoomInHand
  /** Puts a decision that was refused back into its form. */
  onRewrite: (item: string, decision: DecisionWords) => void
}

/** What was not taken: what somebody else changed first stands beside what was written here, and a person says what holds. */
export function StoppedEntries({ hand, onRewrite }: StoppedProps) {
  const { t } = useTranslation()
  const entries = hand.outbox.queue.filter(({ stopped }) => stopped)
  const { told } = hand
  if (entries.length === 0 || !told) return null
  return (
    <section className="room-stopped" aria-labelledby="room-stopped">
      <h2 id="room-stopped" role="alert">
        <span aria-hidden="true">! </span>
        {t('councilRoom.conflict.title', { count: entries.length })}
      </h2>
      <ul>
        {entries.map(entry => (
          <li key={entry.id}>
            <StoppedEntry entry={entry} hand={hand} told={told} onRewrite={onRewrite} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function StoppedEntry({ entry, hand, told, onRewrite }: StoppedProps & { entry: Entry; told: Room }) {
  const { t } = useTranslation()
  const words = useRefusalWords()
  const { write, key, stopped } = entry
  const what = useWhat(told)(write)
  const mine = useSays(told)(write)
  const theirs = useStands(told)(write)
  const isChanged = stopped?.is === 'changed'
  const refusal =
    stopped?.is === 'refused'
      ? words({ ...stopped.refusal, detail: stopped.refusal.detail, code: stopped.refusal.code, wait: undefined })
      : undefined
  const both = isChanged ? joined(write, told) : undefined
  return (
    <article>
      <h3>
        <WithKorean text={t(isChanged ? 'councilRoom.conflict.changed' : 'councilRoom.conflict.refused', { what })} />
      </h3>
      {refusal ? (
        <p>
          <strong>{refusal.title}</strong> {refusal.text} {refusal.fields.join(' · ')}
        </p>
      ) : null}
      <div className="room-both">
        <div>
          <h4>{t('councilRoom.conflict.mine')}</h4>
          <p>{mine ? <WithKorean text={mine} /> : t('councilRoom.conflict.empty')}</p>
        </div>
        {isChanged ? (
          <div>
            <h4>{t('councilRoom.conflict.theirs')}</h4>
            <p>{theirs ? <WithKorean text={theirs} /> : t('councilRoom.conflict.empty')}</p>
          </div>
        ) : null}
      </div>
      <p className="row">
        <button type="button" className="button" onClick={() => hand.settle(key, again(write, told))}>
          {t(isChanged ? 'councilRoom.conflict.keepMine' : 'councilRoom.conflict.again')}
        </button>
        {both ? (
          <button type="button" className="button quiet" onClick={() => hand.settle(key, both)}>
            {t('councilRoom.conflict.keepBoth')}
          </button>
        ) : null}
        {write.is === 'decision' ? (
          <button
            type="button"
            className="button quiet"
            onClick={() => {
              onRewrite(write.item, write.decision)
              hand.settle(key)
            }}
          >
            {t('councilRoom.conflict.rewrite')}
          </button>
        ) : (
          <button type="button" className="button quiet" onClick={() => hand.settle(key)}>
            {t(isChanged ? 'councilRoom.conflict.keepTheirs' : 'councilRoom.conflict.drop')}
          </button>
        )}
      </p>
    </article>
  )
}

/** Said again knowing what stands there: a seat builds on what is marked now. */
function again(write: Write, { attendance }: Room): Write {
  if (write.is !== 'seat') return write
  const now = attendance.find(({ seat }) => seat === write.seat)
  return now ? withSeen(write, now) : write
}

/** Their gist and then one's own; nothing where there is no text to join. */
function joined(write: Write, { items }: Room): Write | undefined {
  if (write.is !== 'item' || !write.change.gist) return undefined
  const theirs = items.find(({ id }) => id === write.item)?.gist
  return theirs ? { ...write, change: { ...write.change, gist: `${theirs}\n${write.change.gist}` } } : undefined
}

function useWhat(told: Room): (write: Write) => string {
  const { t } = useTranslation()
  const titleOf = (item: string) => told.items.find(({ id }) => id === item)?.title.ko ?? ''
  return write => {
    switch (write.is) {
      case 'turn':
      case 'item':
      case 'decision':
        return t(`councilRoom.conflict.what.${write.is}`, { item: titleOf(write.item) })
      case 'seat':
        return t('councilRoom.conflict.what.seat', {
          seat: told.attendance.find(({ seat }) => seat === write.seat)?.title.ko ?? '',
        })
      case 'move':
        return t('councilRoom.conflict.what.move', { move: t(`councilRoom.moves.${write.move}`) })
    }
  }
}

/** What was written here, as text. */
function useSays(told: Room): (write: Write) => string {
  const { t } = useTranslation()
  return write => {
    switch (write.is) {
      case 'turn':
        return told.items.find(({ id }) => id === write.item)?.title.ko ?? ''
      case 'item': {
        const { gist, undecided, openFrom, closedGround } = write.change
        return [gist, undecided ? t('councilRoom.room.undecided') : '', openFrom, closedGround]
          .filter(Boolean)
          .join('\n')
      }
      case 'seat':
        return [t(`councilRoom.marks.${write.state}`), write.deputy].filter(Boolean).join(' · ')
      case 'decision':
        return write.decision.text
      case 'move':
        return t(`councilRoom.moves.${write.move}`)
    }
  }
}

/** What stands on the server of the same. */
function useStands(told: Room): (write: Write) => string {
  const { t } = useTranslation()
  return write => {
    switch (write.is) {
      case 'turn':
        return told.items.find(({ id }) => id === told.current?.item)?.title.ko ?? ''
      case 'item': {
        const item = told.items.find(({ id }) => id === write.item)
        return [item?.gist, item?.undecided ? t('councilRoom.room.undecided') : '', item?.openFrom, item?.closedGround]
          .filter(Boolean)
          .join('\n')
      }
      case 'seat': {
        const one = told.attendance.find(({ seat }) => seat === write.seat)
        return one ? [t(`councilRoom.marks.${one.state}`), one.deputy].filter(Boolean).join(' · ') : ''
      }
      case 'decision':
        return ''
      case 'move':
        return t(`councilRoom.states.${told.state}`)
    }
  }
}

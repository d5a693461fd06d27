import { memo } from 'react'
import type { Place } from './place.ts'
import { nameOf } from './shapes.ts'

interface MapPlaceProps {
  place: Place
  isChosen: boolean
  isEntry: boolean
  onChoose: () => void
  onOpen: () => void
}

/** One shape: chosen by a press or by being walked to, opened by Enter or a second press. */
export const MapPlace = memo(
  function MapPlace({ place, isChosen, isEntry, onChoose, onOpen }: MapPlaceProps) {
    const { key, path, lines, shown, codes } = place
    return (
      <a
        href={`/closing-days/${codes[0] ?? ''}`}
        data-place={key}
        data-kind={shown}
        data-made-up={lines.some(({ madeUp }) => madeUp) || undefined}
        data-chosen={isChosen || undefined}
        tabIndex={isEntry ? 0 : -1}
        lang="ko"
        aria-label={lines.map(nameOf).join(', ')}
        aria-describedby={`closing-kind-${shown}`}
        // A press gives the focus before it clicks: it would choose and open at once.
        onFocus={event => {
          if (event.currentTarget.matches(':focus-visible')) onChoose()
        }}
        onClick={event => {
          event.preventDefault()
          // A key's press counts no clicks.
          if (event.detail === 0 || isChosen) onOpen()
          else onChoose()
        }}
      >
        <path d={path} />
      </a>
    )
  },
  (before, after) =>
    before.place === after.place && before.isChosen === after.isChosen && before.isEntry === after.isEntry,
)

/** What the minutes lack with what was captured here, also before the server has heard of it. */
import { type Missing, missingFromMinutes } from '@ieum/council'
import { sayTime } from './say.ts'
import type { Room } from './shapes.ts'

export function missingFrom(room: Room): readonly Missing[] {
  const { openedAt, endedAt, timeZone } = room
  return missingFromMinutes({
    name: `${room.council.name.ko} ${room.number}`,
    body: room.council.name.ko,
    on: room.on,
    from: openedAt ? sayTime(openedAt, timeZone) : '',
    to: endedAt ? sayTime(endedAt, timeZone) : '',
    place: room.place?.ko ?? '',
    present: room.attendance.filter(({ state }) => state === 'present').map(({ title }) => title.ko),
    items: room.items.map(({ id, title, minutes, kind, gist, undecided, decisions }) => ({
      id,
      title: title.ko,
      minutes,
      isDebated: kind !== 'opening' && kind !== 'closing',
      gist,
      undecided,
      decisions: decisions.map(({ text, votes }) => ({ text: text.ko, votes })),
    })),
  })
}

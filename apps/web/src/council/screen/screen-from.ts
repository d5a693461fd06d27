/** What the wall shows of a room, as the server would tell it (readScreen): for a wall that hangs on the same machine while there is no network. */
import type { Indicator, Room, RoomTask, Screen } from '../room/shapes.ts'

export function screenFrom(room: Room): Screen {
  const { current, items } = room
  const item = items.find(({ id }) => id === current?.item)
  const found = room.tasks.find(({ id }) => id === item?.task)
  // What its proposer has not put forward is nobody else's to see.
  const task = found && found.state !== 'drafted' ? found : undefined
  return {
    council: room.council.name,
    number: room.number,
    on: room.on,
    state: room.state,
    items: items.map(({ id, title, minutes }) => ({ id, title, minutes })),
    current:
      item && current
        ? {
            id: item.id,
            began: current.began,
            proposedBy: item.proposedBy,
            proposal: item.proposal === null ? (task?.needs ?? null) : { ko: item.proposal, en: null },
            decisions: item.decisions
              .filter(({ supersededBy }) => supersededBy === null)
              .map(({ number, text, votes }) => ({ number, text, votes })),
            task: task ? onWall(task) : null,
          }
        : null,
  }
}

const onWall = ({ code, title, proposedBy, state, sides, indicators }: RoomTask) => ({
  code,
  title,
  proposedBy,
  state,
  sides,
  indicators: indicators.map(
    ({ measure, count, few, target }): Indicator => ({
      measure,
      count: few ? { is: 'too few to tell' } : count,
      target,
    }),
  ),
})

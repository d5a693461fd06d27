import type { Departure, WindowOnDay } from '@ieum/matching'
import { useOn } from '../day/use-on.ts'
import { WindowText } from './window-text.tsx'

/** The window as it stands; of a programme that has closed, the next one when it is announced or can be forecast. */
export function NextWindow({ window, next }: { window: WindowOnDay; next: Departure | undefined }) {
  const on = useOn()
  if (!next) return <WindowText window={window} on={on} />
  const { opens, closes, approximate } = next.window
  const upcoming: WindowOnDay = {
    state: 'upcoming',
    opens,
    ...(closes && { closes }),
    ...(approximate && { approximate: true as const }),
  }
  return <WindowText window={upcoming} on={on} forecast={next.isForecast} />
}

import type { Departure, WindowOnDay } from '@ieum/matching'
import { useOn } from '../day/use-on.ts'
import { shownWindow } from './shown-window.ts'
import { WindowText } from './window-text.tsx'

export function NextWindow({ window, next }: { window: WindowOnDay; next: Departure | undefined }) {
  const on = useOn()
  const shown = shownWindow(window, next)
  return <WindowText window={shown.window} on={on} forecast={shown.isForecast} />
}

import { useOn } from '../../day/use-on.ts'
import { WindowText } from '../../parts/window-text.tsx'
import type { Row } from './grouped.ts'

/** The window as it stands; of a programme that has closed, the next one when it is announced or can be forecast. */
export function RowWindow({ row: { result, next } }: { row: Pick<Row, 'result' | 'next'> }) {
  const on = useOn()
  if (!next) return <WindowText window={result.window} on={on} />
  const { opens, closes, approximate } = next.window
  return (
    <WindowText
      window={{
        state: 'upcoming',
        opens,
        ...(closes && { closes }),
        ...(approximate && { approximate: true as const }),
      }}
      on={on}
      forecast={next.isForecast}
    />
  )
}

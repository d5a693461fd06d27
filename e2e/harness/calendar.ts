/** Enough of RFC 5545 to read a calendar back: lines unfolded, one record an event. */
export type CalendarEvent = Readonly<Record<string, string>>

export function eventsIn(text: string): readonly CalendarEvent[] {
  if (!text.startsWith('BEGIN:VCALENDAR\r\n') || !/END:VCALENDAR(\r\n)?$/.test(text)) throw new Error('not a calendar')
  const lines = text.replaceAll(/\r\n[ \t]/g, '').split('\r\n')
  const events: Record<string, string>[] = []
  let open: Record<string, string> | undefined
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') open = {}
    else if (line === 'END:VEVENT' && open) {
      events.push(open)
      open = undefined
    } else if (open) {
      const at = line.indexOf(':')
      open[line.slice(0, at).replace(/;.*/, '')] = line.slice(at + 1)
    }
  }
  return events
}

/** `20261201` as `2026-12-01`. */
export const asDay = (date: string): string => date.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')

/** The windows of a programme as a calendar that can be subscribed to. */
import { addDays } from '@ieum/catalogue/days'
import type { Day, Language } from '@ieum/catalogue/records'
import { isAbout, type WindowDays } from '@ieum/catalogue/windows'
import ical from 'ical-generator'
import { midnight } from './calendar-days.ts'

export interface WindowsRequest {
  readonly programme: string
  readonly name: string
  readonly agency: string
  readonly windows: readonly { readonly edition: string; readonly window: WindowDays }[]
  readonly language: Language
  readonly made: Day
}

const words = {
  ko: { opens: '접수 시작', closes: '접수 마감', approximate: '쯤' },
  en: { opens: 'Opens', closes: 'Closes', approximate: 'about' },
}

/** An all-day event for each opening and each deadline; the time of day of a deadline stands in its title. */
export function windowsCalendar({ programme, name, agency, windows, language, made }: WindowsRequest): string {
  const said = words[language]
  const calendar = ical({ name, prodId: { company: 'Ieum', product: 'Ieum', language: language.toUpperCase() } })
  for (const { edition, window } of windows)
    for (const moment of ['opens', 'closes'] as const) {
      const day = window[moment]
      if (!day) continue
      const at = moment === 'closes' ? window.closesAt : window.opensAt
      calendar.createEvent({
        id: `${programme}.${edition}.${day}.${moment}@ieum`,
        allDay: true,
        start: midnight(day),
        end: midnight(addDays(day, 1)),
        stamp: midnight(made),
        summary: [`${said[moment]}: ${name}`, at, isAbout(window, moment) && `(${said.approximate})`]
          .filter(Boolean)
          .join(' '),
        description: agency,
      })
    }
  return calendar.toString()
}

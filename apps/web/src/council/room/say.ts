/** Times, spans and names as a sitting says them. */
import { clockIn } from '@ieum/catalogue/moments'
import { sessionName } from '@ieum/wording'
import { useSaid } from '../../words/use-language.ts'
import type { Said } from '../said.ts'

/** `9:05`, or `1:02:09`: hours only where there are any. */
export function sayClock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000))
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}

/** `10:30`, as clocks show it in the country of the agencies. */
export const sayTime = (moment: string | number, timeZone: string): string => clockIn(timeZone, new Date(moment))

export function useSessionName(): (session: { readonly council: Said; readonly number: number }) => string {
  const said = useSaid()
  return ({ council, number }) => said(sessionName({ ko: council.ko, en: council.en ?? council.ko }, number))
}

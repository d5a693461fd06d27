/** Why the records are not open, in a sentence for whoever started the program. */
import type { Opened } from './open-database.ts'

export type NotOpened = Exclude<Opened, { is: 'open' }>

export function refusal(where: string, opened: NotOpened): string {
  switch (opened.is) {
    case 'in use': {
      const holder = [
        opened.pid !== undefined && `process ${opened.pid}`,
        opened.since !== undefined && `since ${opened.since}`,
        opened.address !== undefined && `at ${opened.address}`,
      ].filter(part => part !== false)
      return `${where} is used by another program${holder.length > 0 ? ` (${holder.join(', ')})` : ''}: stop that one first, or talk to it`
    }
    case 'unreachable':
      return `${where} cannot be opened: ${opened.why}`
    case 'newer':
      return `${where} was made by a newer version (it has ${opened.has}, this program knows ${opened.knows ?? 'nothing yet'}): use that version`
    case 'not migrated':
      return `${where} cannot be brought up to date: ${opened.why}`
  }
}

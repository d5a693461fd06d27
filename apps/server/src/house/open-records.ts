/** Opens the records where the settings say, or says in one sentence why not. */
import { type Database, type NotOpened, openDatabase, refusal, whoHolds } from '@ieum/storage'
import type { Refusing, Settings } from './settings.ts'

export type RecordsOpened = { readonly is: 'open'; readonly database: Database } | Refusing

/** Whoever starts a second time is told at once, before anything else is loaded. */
export async function whyInUse({ where }: Settings): Promise<Refusing | undefined> {
  const holder = 'folder' in where ? await whoHolds(where.folder) : undefined
  return holder && notOpened(where, { is: 'in use', ...holder })
}

/** `said` is what whoever started the program calls the server that it names. */
export async function openRecords(
  { where, isProduction }: Pick<Settings, 'where' | 'isProduction'>,
  said = 'DATABASE_URL',
): Promise<RecordsOpened> {
  const opened = await openDatabase(where)
  if (opened.is !== 'open') return notOpened(where, opened, said)
  const { database } = opened
  const refuse = async (why: string): Promise<Refusing> => {
    await database.close()
    return { is: 'refused', why }
  }
  const [warning] = database.warnings
  if (isProduction && warning)
    return refuse(
      `${said}: ${warning.is} (${warning.role}), so that no wall between agencies would hold: give a role without SUPERUSER and BYPASSRLS`,
    )
  return { is: 'open', database }
}

function notOpened(where: Settings['where'], opened: NotOpened, said = 'DATABASE_URL'): Refusing {
  return { is: 'refused', why: refusal('url' in where ? said : where.folder, opened) }
}

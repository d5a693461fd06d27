/** What is wrong with a council as its secretary words it, held against what is known around it. */
import type { Rulebook } from '@ieum/rules'
import { municipalitiesOf } from '../closing-days/municipalities.ts'
import type { FieldFault } from '../field-fault.ts'
import type { CouncilToDrawUp } from './council-to-draw-up.ts'
import { drawnUpFaults } from './drawn-up-faults.ts'
import type { CouncilDesk } from './standing.ts'

/** `council`: the one that is changed; it may keep its name. */
export async function councilFaults(
  desk: CouncilDesk,
  rulebook: Rulebook,
  asked: CouncilToDrawUp,
  council?: string,
): Promise<FieldFault[]> {
  const { agency: own } = desk.acting.capacity
  const named = await isNamedSo(desk, asked.name, council)
  return [
    ...(named ? [{ field: '/name', wrong: 'another council of this agency has this name' }] : []),
    ...drawnUpFaults(asked, {
      agencies: new Set([...rulebook.agencies.map(({ id }) => id), ...(await agenciesElsewhere(desk)), own]),
      municipalities: new Set(municipalitiesOf(rulebook).keys()),
      own,
      on: desk.acting.on,
    }),
  ]
}

export const oneLine = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ')

/** Its own councils only: what another agency calls its own is nobody's hindrance here. */
async function isNamedSo({ tx, acting }: CouncilDesk, name: string, except: string | undefined): Promise<boolean> {
  const there = await tx
    .selectFrom('council')
    .select('id')
    .where('secretariat', '=', acting.capacity.agency)
    .where('name_ko', '=', name)
    .where('dissolved_on', 'is', null)
    .$if(except !== undefined, query => query.where('id', '<>', except!))
    .executeTakeFirst()
  return there !== undefined
}

/** Agencies that another installation speaks for. */
async function agenciesElsewhere({ tx, asWorker }: CouncilDesk): Promise<readonly string[]> {
  const rows = await asWorker(() =>
    tx.selectFrom('installation').select('agencies').where('closed_at', 'is', null).execute(),
  )
  return rows.flatMap(({ agencies }) => agencies)
}

/** Two desks, a link between them and firms to hand on, as plain data: processes are given it when they start. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Acting, FirmCapacity, PostCapacity } from '@ieum/services'
import { addAgreedLink, addFirm, addOfficer, addParticipation, koreanCatalogue } from '@ieum/services/testing'
import type { Database } from '@ieum/storage'

export interface Scene {
  readonly agreement: string
  readonly sender: Acting<PostCapacity>
  readonly receiver: Acting<PostCapacity>
  readonly firms: readonly Acting<FirmCapacity>[]
}

export async function makeScene(
  database: Database,
  { firms, places }: { readonly firms: number; readonly places?: number },
): Promise<Scene> {
  const link = await addAgreedLink(database, { ...(places !== undefined && { places }) })
  const sender = await addOfficer(database, link.fromAgency, 'desk-officer')
  const receiver = await addOfficer(database, link.toAgency, 'desk-officer')
  const all: Acting<FirmCapacity>[] = []
  for (let count = 0; count < firms; count += 1) {
    const firm = await addFirm(database)
    await addParticipation(database, firm.capacity.firm, { agency: link.fromAgency, programme: link.fromProgramme })
    all.push(firm)
  }
  return { agreement: link.id, sender, receiver, firms: all }
}

/** The scene and the catalogue's rules as one file: read in a fraction of the time that the catalogue takes. */
export async function writeScene(scene: Scene): Promise<{ readonly file: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'ieum-scene-'))
  const file = join(folder, 'scene.json')
  const { rulebook } = await koreanCatalogue()
  writeFileSync(file, JSON.stringify({ scene, rulebook }))
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

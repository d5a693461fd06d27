/** What was changed in the rules since an earlier state, whom it touches, and what of it may not be published as it is. */
import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { catalogueDigest } from '@ieum/catalogue/node'
import type { Day, Firm } from '@ieum/catalogue/records'
import {
  type FirmTouched,
  firmsTouched,
  type OpenCatalogue,
  openCatalogue,
  openedForOne,
  type RuleChange,
  ruleChanges,
} from '@ieum/services'
import type { Language } from '@ieum/wording'
import { withCatalogueSince } from './catalogue-since.ts'
import { firmAsked } from './options.ts'
import { faultLine, Refused, refusedFor } from './refused.ts'
import { styled } from './table.ts'
import { wordsIn } from './words/index.ts'

export interface Compared {
  readonly changes: readonly RuleChange[]
  readonly touched: readonly FirmTouched[]
  /** Of those, programmes that come to be open to one of the firms and to no other. */
  readonly openedForOne: readonly FirmTouched[]
}

export interface ComparedSince {
  /** The digest of the earlier state, as it was when it was compared. */
  readonly since: string
  readonly found: Compared
}

export interface ToBeCompared {
  readonly dir: string
  readonly since: string
  readonly on: Day
  /** A folder of firm files, beside the examples of the catalogue. */
  readonly firms?: string | undefined
}

export async function compared({ dir, since, on, firms: folder }: ToBeCompared): Promise<ComparedSince> {
  const opening = await openCatalogue(dir)
  if (opening.is === 'faulty') throw refusedFor(opening.faults, `: ieum check ${dir}`)
  const after = opening.catalogue
  const firms = folder === undefined ? [] : await firmsIn(folder, after)
  return withCatalogueSince(since, dir, async earlier => {
    const digest = await catalogueDigest(earlier)
    const before = await openedAsOf(since, earlier)
    const changes = ruleChanges(before.rulebook, after.rulebook, on)
    const touched = firmsTouched({ before, after, changes, on, firms })
    // A folder is not held still.
    if ((await catalogueDigest(earlier)) !== digest)
      throw new Refused(`--since: ${since}: was changed while it was compared: compare again`)
    return { since: digest, found: { changes, touched, openedForOne: openedForOne(touched, firms.length > 0) } }
  })
}

export const isRefused = ({ changes }: Compared): boolean => changes.some(({ refused }) => refused !== undefined)

/** Firms are tried by both states, so that there must be two. */
export function mayGiveFirms({ since, firms }: { readonly since?: string; readonly firms?: string }): void {
  if (firms !== undefined && since === undefined)
    throw new Refused('--firms: needs --since: give --since and the catalogue or commit to compare with')
}

/** What was taken out of the repository is gone once this is read: its files are named as they stand in the catalogue. */
async function openedAsOf(since: string, dir: string): Promise<OpenCatalogue> {
  const opening = await openCatalogue(dir)
  if (opening.is === 'open') return opening.catalogue
  const [first, ...others] = opening.faults
  const line = faultLine({ ...first!, file: relative(dir, first!.file) || '.' })
  const more = others.length > 0 ? ` (and ${others.length} more)` : ''
  throw new Refused(`--since: ${since}: that catalogue has faults by the rules of today: ${line}${more}`)
}

async function firmsIn(folder: string, catalogue: OpenCatalogue): Promise<readonly Firm[]> {
  const isFolder = await stat(folder).then(
    found => found.isDirectory(),
    () => false,
  )
  if (!isFolder) throw new Refused(`--firms: ${folder}: no such folder: give one with a YAML or JSON file a firm`)
  const files = (await readdir(folder)).filter(name => /\.(ya?ml|json)$/.test(name)).sort()
  return Promise.all(files.map(name => firmAsked(join(folder, name), catalogue)))
}

/** Nobody reads more of them; all stand in the JSON. */
const shownFirms = 30

export function comparedLines({ changes, touched, openedForOne }: Compared, spoken: Language): string[] {
  const words = wordsIn(spoken)
  const { since } = words.check
  const verdict = (one: FirmTouched['before']) => (one === undefined ? since.noProgramme : words.verdict[one])
  const line = ({ programme, firm, on, before, after }: FirmTouched) =>
    `  ${programme}  ${firm} (${on}): ${verdict(before)} → ${verdict(after)}`
  return [
    ...(changes.length === 0 ? [since.same] : []),
    ...changes.flatMap(({ where, how, before, after, source, refused }) => [
      `${styled('bold', where)}  ${since.how[how]}`,
      ...(before === undefined ? [] : [styled('dim', `  - ${before}`)]),
      ...(after === undefined ? [] : [`  + ${after}`]),
      ...(source ? [`    ${[source.title, source.notice, source.dated].filter(Boolean).join(' · ')}`] : []),
      ...(refused ? [styled('yellow', `  ! ${since.refused[refused]}`)] : []),
    ]),
    ...(changes.length > 0 ? ['', since.touched(new Set(touched.map(({ firm }) => firm)).size)] : []),
    ...touched.slice(0, shownFirms).map(line),
    ...(touched.length > shownFirms ? [`  ${since.more(touched.length - shownFirms)}`] : []),
    ...(openedForOne.length > 0 ? ['', styled('yellow', since.openedForOne), ...openedForOne.map(line)] : []),
  ]
}

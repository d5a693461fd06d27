/** `ieum import council FILE`: the draft of a session, read out of an agenda or a notice. Nothing is saved. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Council } from '@ieum/catalogue/records'
import { type CouncilDraft, type Origin, plainDraft } from '@ieum/papers/read'
import type { Rulebook } from '@ieum/rules'
import { draftFromPaper, readablePaperLimits } from '@ieum/services'
import { type Language, sayDay } from '@ieum/wording'
import { type PaperNotRead, sayDoubt, sayPaperNotRead } from '@ieum/wording/papers/doubts'
import { type CommonOptions, catalogueAsked, language } from '../options.ts'
import { faultLine, Refused } from '../refused.ts'
import { cut, styled, table } from '../table.ts'
import { importWordsIn } from '../words/import-words.ts'

export interface ImportCouncilCommand extends CommonOptions {
  readonly council?: string
}

const right = 'an agenda or a notice as HWPX, HWP, DOCX, PDF or text'

export async function importCouncil(path: string, options: ImportCouncilCommand): Promise<0> {
  const refuse = (why: PaperNotRead) =>
    new Refused(faultLine({ file: path, line: 1, column: 1, wrong: sayPaperNotRead(why, 'en'), right }))
  const { rulebook } = await catalogueAsked(options)
  const council = councilAsked(options.council, rulebook)
  const read = await draftFromPaper({ rulebook }, await bytesOf(path))
  if (read.is === 'empty' || read.is === 'too large') throw refuse(read.is)
  if (read.is === 'refused') throw refuse(read.because)
  process.stdout.write(
    options.json
      ? `${JSON.stringify(plainDraft(read.draft))}\n`
      : `${drawn(read.draft, basename(path), rulebook, council, language(options)).join('\n')}\n`,
  )
  return 0
}

function councilAsked(id: string | undefined, { councils = [] }: Rulebook): Council | undefined {
  const council = councils.find(one => one.id === id)
  if (id !== undefined && !council)
    throw new Refused(
      `--council: there is no council "${id}": one of ${councils.map(one => one.id).join(', ') || 'none'}`,
    )
  return council
}

/** Of a file that is too large, only a little more than may be read: enough to be refused for its size. */
async function bytesOf(path: string): Promise<Uint8Array> {
  const refuse = (wrong: string) => new Refused(faultLine({ file: path, line: 1, column: 1, wrong, right }))
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw refuse(error.code === 'ENOENT' ? 'no such file' : `cannot be read (${error.code ?? error.message})`)
  })
  if (found.isDirectory()) throw refuse('a folder, not a file')
  if (found.size > readablePaperLimits.bytes) return new Uint8Array(readablePaperLimits.bytes + 1)
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw refuse(`cannot be read (${error.code ?? error.message})`)
  })
}

function drawn(
  { session, agencies, schedule, tasks, posts, unsure }: CouncilDraft,
  file: string,
  rulebook: Rulebook,
  council: Council | undefined,
  spoken: Language,
): string[] {
  const words = importWordsIn(spoken)
  const terminal = process.stdout.columns ?? 160
  const names = new Map(rulebook.agencies.map(({ id, name }) => [id, name[spoken]]))
  const nameOf = (id: string) => names.get(id) ?? id
  const from = (origin: Origin) => [
    styled('dim', words.line(origin.line)),
    styled('dim', cut(origin.source, Math.max(30, terminal - 90))),
  ]
  const heading = (text: string) => ['', styled('bold', text)]
  const fields = (['date', 'from', 'to', 'place'] as const).map(field => {
    const said = session[field]
    const value = said && (field === 'date' ? `${sayDay(said.value, spoken)} ${said.value}` : said.value)
    return [words[field], value ?? styled('yellow', words.notFound), ...(said ? from(said) : ['', ''])]
  })
  const lines = [styled('bold', words.title(file)), words.nothingKept]
  lines.push(...heading(words.session), table(fields))
  if (agencies.length > 0)
    lines.push(...heading(words.agencies), table(agencies.map(one => [nameOf(one.value), one.value, ...from(one)])))
  if (schedule.length > 0)
    lines.push(
      ...heading(words.schedule),
      table(schedule.map(one => [`${one.from ?? '?'}~${one.to ?? '?'}`, cut(one.title, 50), ...from(one)])),
    )
  if (tasks.length > 0)
    lines.push(
      ...heading(`${words.tasks} ${tasks.length}`),
      table(
        tasks.map((one, index) => [
          String(index + 1),
          cut(one.title, 60),
          one.proposedBy.length > 0 ? one.proposedBy.map(nameOf).join(', ') : styled('yellow', words.noProposer),
          styled('dim', words.line(one.line)),
        ]),
      ),
    )
  if (posts.length > 0)
    lines.push(
      ...heading(`${words.posts} ${posts.length}`),
      table(posts.map(one => [one.agency ? nameOf(one.agency) : '', one.title, styled('dim', words.line(one.line))])),
    )
  lines.push(...heading(`${words.unsure} ${unsure.length}`))
  lines.push(
    unsure.length === 0
      ? `  ${words.allSure}`
      : table(
          unsure.map(({ field, line, may, why }) => [
            styled('yellow', '?'),
            words.field(field),
            sayDoubt(why, spoken),
            may.length > 0 ? cut(words.may(may.map(nameOf).join(', ')), 60) : '',
            styled('dim', line === null ? words.noLine : words.line(line)),
          ]),
        ),
  )
  if (council) lines.push(...heldAgainst(council, { agencies, tasks }, nameOf, words))
  lines.push(...heading(words.next), ...words.steps.map((step, index) => `  ${index + 1}. ${step}`))
  return lines
}

/** What the council of the catalogue has already, and who has no seat in it. */
function heldAgainst(
  council: Council,
  { agencies, tasks }: Pick<CouncilDraft, 'agencies' | 'tasks'>,
  nameOf: (id: string) => string,
  words: ReturnType<typeof importWordsIn>,
): string[] {
  const bare = (text: string) => text.replaceAll(/\s/g, '')
  const seatless = agencies.filter(({ value }) => council.seats.every(({ agency }) => agency !== value))
  const there = tasks.flatMap(({ title }) => {
    const task = council.tasks.find(one => bare(one.title.ko) === bare(title))
    return task ? [`  ${words.there(title, task.id)}`] : []
  })
  const all = [
    ...(seatless.length > 0 ? [`  ${words.seatless(seatless.map(({ value }) => nameOf(value)).join(', '))}`] : []),
    ...there,
  ]
  return all.length > 0 ? ['', ...all] : []
}

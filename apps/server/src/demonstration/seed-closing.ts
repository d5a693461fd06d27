/** A body of large and small retail in one municipality: closing days that it agreed on, and others that it is talking about. Done by the use cases themselves. */
import { addDays, addMonths, firstOfMonth } from '@ieum/catalogue/days'
import { nextClosingDays } from '@ieum/council/closing-days'
import {
  type Acting,
  agreeClosingDays,
  type ExceptionAsked,
  type PostCapacity,
  proposeClosingDays,
  readClosings,
  statePosition,
} from '@ieum/services'
import { inTransaction } from '@ieum/storage'
import type { CastClosing } from './cast.ts'
import type { DemonstrationNeeds } from './demonstration-needs.ts'
import { expectIs, Season } from './seed-council.ts'

type CastAgreement = CastClosing['agreements'][number]

/** Throws when the cast does not fit the catalogue: it is ours. */
export async function seedClosing(
  needs: DemonstrationNeeds,
  cast: CastClosing,
  posts: ReadonlyMap<string, Acting<PostCapacity>>,
): Promise<void> {
  const season = new Season(needs, { ...cast, seats: [], tasks: [], began: [], kept: [] }, posts)
  await found(needs, cast, season)
  const keeper = season.by(cast.secretary, 0)
  const read = async () => expectIs('found', await readClosings(needs, keeper, cast.id))
  const seats = new Map((await read()).seats.map(({ id, title }) => [title.ko, id]))
  for (const { agreedDaysAgo, ...told } of cast.agreements) {
    const agreement = await propose(needs, cast, season, told)
    for (const { seat: title, by, daysAgo, ...said } of told.positions) {
      const seat = seats.get(title)
      if (seat === undefined) throw new Error(`${cast.id}: there is no seat ${title}`)
      expectIs('stated', await statePosition(needs, season.by(by, daysAgo), { agreement, seat, ...said }))
    }
    if (agreedDaysAgo === undefined) continue
    // The sitting at which it was decided comes first in the cast.
    await season.hold(cast.sessions[0]!)
    const asked = { agreement, changed: 1, decision: (await read()).decisions[0]!.id }
    const secretary = season.by(cast.secretary, agreedDaysAgo)
    expectIs('agreed', await agreeClosingDays(needs, secretary, { ...asked, openFrom: secretary.on }))
  }
  for (const session of cast.sessions.slice(1)) await season.hold(session)
}

/** Not as a secretary draws one up: it has been open since it was founded, under an id that pages of the demonstration lead to. */
async function found(needs: DemonstrationNeeds, cast: CastClosing, season: Season): Promise<void> {
  const { id, name, municipality, secretary, founded, seats } = cast
  const { capacity, on } = season.by(secretary, founded)
  await inTransaction(
    needs.database,
    {},
    async tx => {
      await tx
        .insertInto('council')
        .values({
          id,
          kind: 'consultative',
          name_ko: name.ko,
          name_en: name.en,
          secretariat: capacity.agency,
          municipality,
          founded_on: on,
          open_from: on,
        })
        .execute()
      await tx
        .insertInto('council_seat')
        .values(
          seats.map(({ agency, as, post, side }, position) => ({
            council_id: id,
            agency: agency ?? null,
            post_id: as === undefined ? null : season.by(as, 0).capacity.post,
            title_ko: post.ko,
            title_en: post.en,
            side,
            position,
            since: on,
          })),
        )
        .execute()
    },
    { as: 'worker' },
  )
}

async function propose(
  needs: DemonstrationNeeds,
  { id, municipality }: CastClosing,
  season: Season,
  {
    by,
    daysAgo,
    rule,
    onHoliday,
    fromInMonths,
    moved,
    storesIn,
    storesOut,
    gets,
  }: Omit<CastAgreement, 'agreedDaysAgo'>,
): Promise<string> {
  const from = firstOfMonth(addMonths(needs.on, fromInMonths))
  const terms = { rule, onHoliday, from, until: null, exceptions: [] }
  const exceptions: ExceptionAsked[] = []
  if (moved) {
    const drop = nextClosingDays(terms, from > needs.on ? from : needs.on, moved.which + 1)[moved.which]!.day
    exceptions.push({ drop, add: addDays(drop, moved.byDays), why: moved.why })
  }
  const asked = { municipality, rule, onHoliday, from, exceptions, storesIn, storesOut, gets }
  return expectIs('proposed', await proposeClosingDays(needs, season.by(by, daysAgo), id, asked)).agreement
}

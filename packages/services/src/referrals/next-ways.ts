/** After a no: the question for the planner that leads the firm on, by what is known of it, without the window that it was refused in. */

import type { Database } from '@ieum/storage'
import type { Acting, FirmCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { relationsToReferral } from '../acting/relations.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import type { PlanRequest } from '../plan-firm.ts'
import { factsPassed } from './facts-passed.ts'
import { findReferral } from './find-referral.ts'

export type NextWayQuestion =
  | { readonly is: 'question'; readonly request: PlanRequest }
  | { readonly is: 'no such referral' }
  /** It is under way, or ended well: nothing else needs to be looked for. */
  | { readonly is: 'not a no' }
  /** The catalogue does not have the programme, or does not say which stage it stands at. */
  | { readonly is: 'no stage known' }

/** Two years: what is further off is no next step. */
const horizon = 'P2Y'

export function nextWayQuestion(
  needs: { readonly database: Database; readonly catalogue: OpenCatalogue },
  acting: Acting<FirmCapacity>,
  id: string,
): Promise<NextWayQuestion> {
  return atDesk(needs, acting, async desk => {
    const referral = await findReferral(desk, id)
    if (!referral) return { is: 'no such referral' }
    const { relations } = await relationsToReferral(desk, referral)
    if (!desk.may('read referral', relations, id)) return { is: 'no such referral' }
    if (!['declined', 'expired', 'failed', 're-routed'].includes(referral.state)) return { is: 'not a no' }
    const programme = needs.catalogue.rulebook.programmes.find(({ id }) => id === referral.to_programme)
    const [stage] = programme?.stages ?? []
    if (stage === undefined) return { is: 'no stage known' }
    const { firm } = await factsPassed(desk, referral.firm_id, { participations: true })
    const day = referral.closed_on ?? acting.on
    const refused = needs.catalogue.matcher.matchOne(firm, referral.sent_on ?? day, referral.to_programme)
    const { opens, closes } = refused?.window ?? {}
    return {
      is: 'question',
      request: {
        firm,
        on: acting.on,
        via: [stage],
        horizon,
        ...(refused &&
          opens !== undefined &&
          closes !== undefined && {
            after: {
              legs: [
                {
                  programme: refused.programme,
                  edition: refused.edition,
                  apply: day,
                  decided: day,
                  ends: day,
                  window: { opens, closes },
                },
              ],
            },
            event: 'refused 1',
          }),
      },
    }
  })
}

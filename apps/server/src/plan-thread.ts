/** One thread that plans: the rulebook is made ready once, and again when the links agreed here have changed. */
import { type AgreedLinks, catalogueOf, type PlanRequest, withAgreedLinks } from '@ieum/services'
import Tinypool from 'tinypool'
import { workHere } from './firm-work.ts'

export interface PlanInThread {
  readonly request: PlanRequest
  /** As they stood when the plan was asked for: it ends with what it began with. */
  readonly agreed: AgreedLinks
}

const base = catalogueOf(Tinypool.workerData)
let standing = { number: 0, work: workHere(base) }

export function plan({ request, agreed }: PlanInThread) {
  if (agreed.number !== standing.number)
    standing = { number: agreed.number, work: workHere(withAgreedLinks(base, agreed.links)) }
  return standing.work.plan(request)
}

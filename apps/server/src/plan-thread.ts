/** One thread that plans: the rulebook is made ready once, then each request is answered in turn. */
import { catalogueOf } from '@ieum/services'
import Tinypool from 'tinypool'
import { workHere } from './firm-work.ts'

export const { plan } = workHere(catalogueOf(Tinypool.workerData))

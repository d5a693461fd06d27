/** `ieum agency-admin`: names the first administrator of an agency, who then appoints everyone else. */
import { didYouMean } from '@ieum/catalogue'
import { atKeepersDesk } from '@ieum/server'
import type { OpenCatalogue } from '@ieum/services'
import { type CommonOptions, catalogueAsked, language } from '../options.ts'
import { Refused } from '../refused.ts'
import { settingsAsked } from '../settings-asked.ts'
import { today } from '../today.ts'
import { wordsIn } from '../words/index.ts'

export interface AgencyAdminCommand extends CommonOptions {
  readonly agency: string
  readonly email: string
}

export async function agencyAdmin(options: AgencyAdminCommand): Promise<0 | 1> {
  const { agency, email } = options
  if (!/^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/.test(email) || email.length > 254)
    throw new Refused(`--email: "${email}" is no mail address: write it as kim@agency.example`)
  const settings = settingsAsked()
  const catalogue = await catalogueAsked(options)
  if (!catalogue.rulebook.agencies.some(({ id }) => id === agency)) throw noSuchAgency(agency, catalogue)
  const needs = { catalogue: async () => catalogue, today }
  const asked = await atKeepersDesk(settings, needs, desk => desk.firstAdministrator({ agency, email }))
  if (asked.is === 'refused') throw new Refused(asked.why)
  const { is } = asked.answer
  if (is === 'no such agency') throw noSuchAgency(agency, catalogue)
  const words = wordsIn(language(options)).agencyAdmin
  process.stdout.write(options.json ? `${JSON.stringify({ is })}\n` : `${words[is](agency, email)}\n`)
  return is === 'has administrators' ? 1 : 0
}

const noSuchAgency = (agency: string, { rulebook }: OpenCatalogue): Refused =>
  new Refused(
    `--agency: there is no agency "${agency}": ${
      didYouMean(
        agency,
        rulebook.agencies.map(({ id }) => id),
      ) ?? 'ids stand in agencies.yaml'
    }`,
  )

/** `ieum installation add URL`: another installation is made known, once a person has compared the fingerprint of its key by telephone. */
import { addDays, isDay } from '@ieum/catalogue/days'
import { atKeepersDesk } from '@ieum/server'
import { fingerprintOf, isFingerprint, publicKeyOf, readDescription } from '@ieum/services'
import { type CommonOptions, catalogueAsked, language } from '../options.ts'
import { Refused } from '../refused.ts'
import { settingsAsked } from '../settings-asked.ts'
import { today } from '../today.ts'
import { wordsIn } from '../words/index.ts'

export interface InstallationAddCommand extends CommonOptions {
  readonly fingerprint?: string
  readonly agencies?: string
  readonly name?: string
  readonly oldKeyUntil?: string
}

/** Time for those who are away when a key changes. */
const usualOverlapDays = 90

export async function installationAdd(url: string, options: InstallationAddCommand): Promise<0 | 1> {
  const oldKeyUntil = options.oldKeyUntil ?? addDays(today(), usualOverlapDays)
  if (!isDay(oldKeyUntil)) throw new Refused(`--old-key-until: "${oldKeyUntil}" is no day: write it as 2026-12-31`)
  const settings = settingsAsked()
  const read = await readDescription(url)
  if (read.is === 'no address') throw new Refused(`url: "${url}" is no address of an installation: ${read.right}`)
  if (read.is === 'no answer') throw new Refused(`${url}: does not answer: ${read.why}`)
  if (read.is === 'no installation')
    throw new Refused(`${url}: ${read.why}: give the address of an installation that has a name (IEUM_INSTALLATION)`)
  const { installation, agencies: said, keys } = read.description
  if (installation === settings.installation)
    throw new Refused(`${url}: has the name of this installation, "${installation}": one of the two takes another name`)

  const catalogue = await catalogueAsked(options)
  const ids = new Set(catalogue.rulebook.agencies.map(({ id }) => id))
  const named = options.agencies?.split(',').map(one => one.trim())
  const strange = named?.find(agency => !ids.has(agency))
  if (strange !== undefined)
    throw new Refused(`--agencies: there is no agency "${strange}": ids stand in agencies.yaml`)
  const agencies = named ?? said.filter(agency => ids.has(agency))
  if (agencies.length === 0)
    throw new Refused(`${url}: says of no agency of this catalogue that it works there: name them by --agencies`)

  const words = wordsIn(language(options)).installation
  const say = (answer: object, lines: readonly string[]) =>
    process.stdout.write(options.json ? `${JSON.stringify(answer)}\n` : `${lines.join('\n')}\n`)
  const { fingerprint } = options
  if (fingerprint === undefined) {
    const prints = keys.map(key => ({ use: key.use, fingerprint: fingerprintOf(key) }))
    say({ is: 'to compare', installation, agencies, keys: prints }, [
      words.found(installation, url),
      words.agencies(agencies.join(', ')),
      ...prints.map(({ use, fingerprint }) => words.key[use](fingerprint)),
      words.compare,
    ])
    return 1
  }
  const key = keys.find(key => isFingerprint(fingerprint, key))
  if (!key) {
    say({ is: 'another key', installation }, [words.anotherKey(installation)])
    return 1
  }
  const told = {
    id: installation,
    name: options.name ?? installation,
    baseUrl: new URL(url).origin,
    publicKey: publicKeyOf(key),
    agencies,
    oldKeyUntil,
  }
  const asked = await atKeepersDesk(settings, { catalogue: async () => catalogue, today }, desk =>
    desk.knowInstallation(told),
  )
  if (asked.is === 'refused') throw new Refused(asked.why)
  const { answer } = asked
  switch (answer.is) {
    case 'known':
      say(answer, [
        words.known(installation, agencies.join(', ')),
        ...(answer.agenciesHere ? [words.agenciesHere(answer.agenciesHere.join(', '))] : []),
        words.theOtherWay,
      ])
      return 0
    case 'spoken for already':
      say(answer, [words.spokenFor(answer.agencies.join(', '))])
      return 1
    case 'wrong':
      throw new Refused(answer.fields.map(({ field, wrong }) => `${field}: ${wrong}`).join('; '))
  }
}

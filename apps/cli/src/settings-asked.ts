import { readSettings, type Settings } from '@ieum/server/house'
import { Refused } from './refused.ts'

/** What the environment says of the installation. */
export function settingsAsked(): Settings {
  const read = readSettings(process.env)
  if (read.is === 'refused') throw new Refused(read.why)
  return read.settings
}

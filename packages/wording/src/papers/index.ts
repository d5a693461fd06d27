/** How Korean papers of councils say things. Not in the main door: pages do not read papers. */
export { type AgencyNamed, type AgencyReader, agencyReaderOf } from './agencies.ts'
export * from './cues.ts'
export { type DayWritten, daysIn, isOnWeekday, written } from './days.ts'
export * from './patterns.ts'
export { peopleIn, sayGaps, withoutGaps, withoutPeople } from './people.ts'
export { clockOf, type LengthWritten, lengthsIn, minutesOf, type TimesWritten, timesIn } from './times.ts'

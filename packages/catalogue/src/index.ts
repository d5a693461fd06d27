/** What runs anywhere, a browser included. */

export * from './days.ts'
export { type Place, type Places, type Pointer, placesIn, type Within } from './places.ts'
export type * from './records.ts'
export { catalogueLimits, firmLimits, type Limits, readYaml, type YamlReading } from './safe-yaml.ts'
export * from './windows.ts'

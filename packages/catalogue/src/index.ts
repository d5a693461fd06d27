/** What runs anywhere, a browser included. */

export * from './days.ts'
export { type Vocabulary, vocabularyOf, wrongInValue } from './fact-values.ts'
export type { Finding } from './finding.ts'
export { checkFacts, checkFirm, type FirmCheck, type FirmReading, jsonPointer, readFirm } from './firm.ts'
export { didYouMean, nearest } from './nearest.ts'
export { type PaperKind, type PaperNames, paperKinds, paperNames, type ValuesOfPaper } from './papers/names.ts'
export {
  type PaperTemplate,
  readTemplate,
  type TemplateColumn,
  type TemplateFault,
  type TemplatePart,
  type TemplateText,
} from './papers/template.ts'
export { type Place, type Places, type Pointer, placesIn, type Within } from './places.ts'
export type * from './records.ts'
export { catalogueLimits, firmLimits, type Limits, readYaml, type YamlReading } from './safe-yaml.ts'
export * from './windows.ts'

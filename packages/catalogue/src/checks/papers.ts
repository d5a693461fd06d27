import type { Finding } from '../finding.ts'
import { didYouMean } from '../nearest.ts'
import { paperKinds } from '../papers/names.ts'
import { templateName } from '../papers/template.ts'
import type { Catalogue } from '../records.ts'
import type { Names } from './names.ts'

/** Where there are templates, each kind has one in Korean for everybody: what is missing in English is written in Korean. */
export function* wrongInPapers({ papers = [] }: Catalogue, { agencies }: Names): Generator<Finding> {
  for (const template of papers)
    if (template.agency !== undefined && !agencies.has(template.agency))
      yield {
        pointer: ['papers', templateName(template)],
        wrong: `no agency ${template.agency}`,
        right: didYouMean(template.agency, agencies.keys()),
      }
  if (papers.length === 0) return
  for (const kind of paperKinds)
    if (!papers.some(one => one.kind === kind && one.language === 'ko' && one.agency === undefined))
      yield { pointer: ['papers', `${kind}.ko`], wrong: `no template of ${kind}`, right: `papers/${kind}.ko.md` }
}

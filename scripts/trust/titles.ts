/** Which tests hold which checks and threats: by the ids in their titles. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../steps.ts'

export interface HeldBy {
  readonly file: string
  readonly title: string
}

const places = ['packages', 'apps', 'scripts', 'nightly', 'e2e']
const ofATest = /\.test\.tsx?$/
/** The first argument of a call, when it is a text with an id in it: `it('C09: …'`, and that of `it.each(…)('C36 T9: …'`. */
const titled = /\(\s*(['"`])((?:(?!\1)[^\n])*?\b[CT]\d{1,2}\b(?:(?!\1)[^\n])*)\1\s*,/g

/** By id, in the order of files. */
export function titlesById(): ReadonlyMap<string, readonly HeldBy[]> {
  const found = new Map<string, HeldBy[]>()
  for (const file of places.flatMap(filesIn))
    for (const [, , title] of readFileSync(join(root, file), 'utf8').matchAll(titled))
      for (const id of new Set(title!.match(/\b(?:C\d\d|T\d{1,2})\b/g)))
        found.set(id, [...(found.get(id) ?? []), { file, title: title! }])
  return found
}

const filesIn = (place: string): string[] =>
  readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
    .map(file => `${place}/${file.replaceAll('\\', '/')}`)
    .filter(file => ofATest.test(file) && !file.includes('node_modules'))
    .sort()
